/// \file
/// \brief The threads of the library that multiplies matrices.
#pragma once

namespace nn {

/// \brief OpenBLAS multiplies with one thread from now on; our own shards use the
/// cores instead.
///
/// It adds up in another order with another number of threads. Another BLAS library
/// has no such function.
// [snip:one-blas-thread-declared]
void use_one_blas_thread();
// [snip:one-blas-thread-declared]

}  // namespace nn
