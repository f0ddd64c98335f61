#include "nn/word2vec_shard.hpp"

#include <algorithm>

namespace nn {

// [snip:gather]
// Each is asked for some words ahead: memory is slow to answer, but answers several
// at once.
void gather_vectors(const arma::fmat& vectors, const Token* words, std::size_t n,
                    arma::fmat& packed) {
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < n + ahead; ++i) {
        if (i < n && words[i] != line_end) {
            const float* const vector = vectors.colptr(words[i]);
            for (arma::uword k = 0; k < vectors.n_rows; k += 16)
                __builtin_prefetch(vector + k);
        }
        if (i >= ahead && words[i - ahead] != line_end)
            std::copy_n(vectors.colptr(words[i - ahead]), vectors.n_rows,
                        packed.colptr(i - ahead));
    }
}
// [snip:gather]

// [snip:scatter]
void scatter_vectors(const arma::fmat& packed, const Token* words, std::size_t n,
                     std::size_t part, arma::fmat& vectors) {
    for (std::size_t i = 0; i < n; ++i) {
        if (words[i] == line_end || words[i] % row_parts != part) continue;
        float* const to = vectors.colptr(words[i]);
        const float* const from = packed.colptr(i);
        for (arma::uword k = 0; k < vectors.n_rows; ++k) to[k] += from[k];
    }
}
// [snip:scatter]

}  // namespace nn
