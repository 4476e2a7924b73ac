//! `tokio_util::io`, whose `SyncIoBridge` takes the stage's handle.

pub use ::tokio_util::io::*;

use std::io::{BufRead, IoSlice, Read, Result, Seek, SeekFrom, Write};

use ::tokio::io::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite};
use ::tokio_util::io::SyncIoBridge as Inner;
use stage_tokio::runtime::Handle;

/// As [`tokio_util::io::SyncIoBridge`]; it dereferences to that for all that does not make or consume it.
pub struct SyncIoBridge<T>(Inner<T>);

stage::derefs_to!([T] SyncIoBridge<T> => Inner<T>);

impl<T: Unpin> SyncIoBridge<T> {
    #[track_caller]
    pub fn new(src: T) -> Self {
        Self(Inner::new(src))
    }

    pub fn new_with_handle(src: T, rt: Handle) -> Self {
        Self(Inner::new_with_handle(src, (*rt).clone()))
    }

    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T: AsyncRead + Unpin> Read for SyncIoBridge<T> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        self.0.read(buffer)
    }
}

impl<T: AsyncBufRead + Unpin> BufRead for SyncIoBridge<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        self.0.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.0.consume(amount);
    }
}

impl<T: AsyncWrite + Unpin> Write for SyncIoBridge<T> {
    fn write(&mut self, buffer: &[u8]) -> Result<usize> {
        self.0.write(buffer)
    }

    fn write_vectored(&mut self, buffers: &[IoSlice<'_>]) -> Result<usize> {
        self.0.write_vectored(buffers)
    }

    fn flush(&mut self) -> Result<()> {
        self.0.flush()
    }
}

impl<T: AsyncSeek + Unpin> Seek for SyncIoBridge<T> {
    fn seek(&mut self, position: SeekFrom) -> Result<u64> {
        self.0.seek(position)
    }
}
