/// \file
/// \brief How much memory the way forward leaves for the way back.
#pragma once

#include <cstddef>

#include "transformer.hpp"

namespace nn {

/// \brief The numbers that a pass through a block holds.
// [snip:numbers-in-pass]
template <class T>
std::size_t numbers_in(const BlockPass<T>& pass) {
    std::size_t numbers = 0;
    for (const ResidualPass<T>* part : {&pass.residual_1, &pass.residual_2})
        numbers += part->norm.normal.n_elem + part->norm.scale.n_elem +
                   part->norm.Y.n_elem + part->input.n_elem;
    numbers += pass.attention.QKV.n_elem + pass.attention.mixed.n_elem;
    for (const TiledPass<T>& head : pass.attention.heads)
        numbers += head.O.n_elem + head.log_sums.n_elem;
    return numbers + pass.feed_forward.sums.n_elem +
           pass.feed_forward.hidden.n_elem;
}

/// \brief The numbers that a pass through a transformer holds.
template <class T>
std::size_t numbers_in(const TransformerPass<T>& pass) {
    std::size_t numbers = pass.logits.n_elem + pass.norm.normal.n_elem +
                          pass.norm.scale.n_elem + pass.norm.Y.n_elem;
    for (const BlockPass<T>& block : pass.blocks) numbers += numbers_in(block);
    return numbers;
}
// [snip:numbers-in-pass]

}  // namespace nn
