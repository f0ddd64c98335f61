/// \file
/// \brief All numbers of a model in one array, and each of its matrices by name.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "nn/require.hpp"

namespace nn {

/// \brief Where a matrix of the model lies in the array, column by column.
// [snip:tensor-place]
struct TensorPlace {
    std::string name;
    std::size_t rows = 0, columns = 0, offset = 0;
};
// [snip:tensor-place]

/// \brief Which matrices a model has, one behind the other in one array.
///
/// An optimizer, a norm and a file see the array; the mathematics sees matrices.
/// The gradient of a model is an array of the same layout.
// [snip:parameter-layout]
class ParameterLayout {
public:
    /// \brief Appends a matrix and returns its number.
    std::size_t add(std::string name, std::size_t rows, std::size_t columns) {
        tensors_.push_back({std::move(name), rows, columns, size_});
        size_ += rows * columns;
        return tensors_.size() - 1;
    }

    /// \brief The numbers in the array.
    std::size_t size() const { return size_; }

    const std::vector<TensorPlace>& tensors() const { return tensors_; }

    // [snip:parameter-views]
    /// \brief The part of the array that holds a matrix.
    template <class T>
    std::span<T> values(std::span<T> all, std::size_t tensor) const {
        require_size(all.size());
        const TensorPlace& place = tensors_.at(tensor);
        return all.subspan(place.offset, place.rows * place.columns);
    }

    /// \brief A matrix that shares its memory with the array.
    template <class T>
    arma::Mat<T> matrix(std::span<T> all, std::size_t tensor) const {
        const TensorPlace& place = tensors_.at(tensor);
        return {values(all, tensor).data(), place.rows, place.columns, false, true};
    }

    /// \brief The same, to read only.
    template <class T>
    const arma::Mat<T> matrix(std::span<const T> all, std::size_t tensor) const {
        const std::span<const T> part = values(all, tensor);
        return matrix_of(part, tensors_[tensor]);
    }
    // [snip:parameter-views]

private:
    template <class T>
    static const arma::Mat<T> matrix_of(std::span<const T> part,
                                        const TensorPlace& place) {
        // Armadillo knows no matrix to read only; the result is const instead.
        return {const_cast<T*>(part.data()), place.rows, place.columns, false,
                true};
    }

    void require_size(std::size_t given) const {
        if (given == size_) return;
        require(false, "ParameterLayout",
                "an array of " + std::to_string(given) + " numbers for " +
                    std::to_string(size_) + " parameters; the lengths must agree");
    }

    std::vector<TensorPlace> tensors_;
    std::size_t size_ = 0;
};
// [snip:parameter-layout]

}  // namespace nn
