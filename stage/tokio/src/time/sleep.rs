//! `tokio::time::Sleep`, whose deadline is an instant of the stage.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use ::tokio::time::Sleep as Inner;
use pin_project_lite::pin_project;

use super::Instant;

pin_project! {
    #[derive(Debug)]
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct Sleep {
        #[pin]
        inner: Inner,
    }
}

#[track_caller]
pub fn sleep(duration: Duration) -> Sleep {
    Sleep {
        inner: ::tokio::time::sleep(duration),
    }
}

#[track_caller]
pub fn sleep_until(deadline: Instant) -> Sleep {
    Sleep {
        inner: ::tokio::time::sleep_until(deadline.into()),
    }
}

impl Sleep {
    pub fn deadline(&self) -> Instant {
        self.inner.deadline().into()
    }

    pub fn is_elapsed(&self) -> bool {
        self.inner.is_elapsed()
    }

    pub fn reset(self: Pin<&mut Self>, deadline: Instant) {
        self.project().inner.reset(deadline.into());
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.project().inner.poll(context)
    }
}
