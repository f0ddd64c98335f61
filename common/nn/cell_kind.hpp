/// \file
/// \brief The three cells by their names.
#pragma once

#include <cstddef>
#include <memory>

#include "nn/elman_cell.hpp"
#include "nn/gru_cell.hpp"
#include "nn/lstm_cell.hpp"

namespace nn {

/// \brief The cells by their names.
// [snip:cell-kind]
enum class CellKind { elman, gru, lstm };

inline const char* name_of(CellKind kind) {
    constexpr const char* names[] = {"Elman", "GRU", "LSTM"};
    return names[static_cast<std::size_t>(kind)];
}

template <class T>
std::unique_ptr<RecurrentCell<T>> make_cell(CellKind kind) {
    switch (kind) {
        case CellKind::elman:
            return std::make_unique<ElmanCell<T>>();
        case CellKind::gru:
            return std::make_unique<GruCell<T>>();
        default:
            return std::make_unique<LstmCell<T>>();
    }
}
// [snip:cell-kind]

}  // namespace nn
