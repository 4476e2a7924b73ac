//! What the facades have in common.

/// Makes a facade dereference to its original, which is its field `.0`, and print like it.
#[doc(hidden)]
#[macro_export]
macro_rules! derefs_to {
    ([$($parameters:tt)*] $facade:ty => $original:ty) => {
        impl<$($parameters)*> ::std::ops::Deref for $facade {
            type Target = $original;

            fn deref(&self) -> &$original {
                &self.0
            }
        }

        impl<$($parameters)*> ::std::ops::DerefMut for $facade {
            fn deref_mut(&mut self) -> &mut $original {
                &mut self.0
            }
        }

        impl<$($parameters)*> ::std::fmt::Debug for $facade
        where
            $original: ::std::fmt::Debug,
        {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}
