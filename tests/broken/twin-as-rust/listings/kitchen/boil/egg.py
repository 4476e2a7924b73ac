print("egg")
