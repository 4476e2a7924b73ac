fn boil() {}
