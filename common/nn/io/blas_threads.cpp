#include "nn/io/blas_threads.hpp"

#include <dlfcn.h>

namespace nn {

// [snip:one-blas-thread]
void use_one_blas_thread() {
    using SetThreads = void (*)(int);
    void* const found = dlsym(RTLD_DEFAULT, "openblas_set_num_threads");
    if (found != nullptr) reinterpret_cast<SetThreads>(found)(1);
}
// [snip:one-blas-thread]

}  // namespace nn
