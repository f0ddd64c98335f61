#include "gap_context.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/attention.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:context-construct]
template <class T>
GapContext<T>::GapContext(ParameterLayout& layout, const GapContextShape& shape)
    : shape_(shape) {
    const auto [kind, width, heads, reach] = shape;
    require(width > 0 && heads > 0 && reach > 0, "GapContext",
            "a width of " + std::to_string(width) + ", " + std::to_string(heads) +
                " heads and a reach of " + std::to_string(reach) +
                "; give at least 1 of each");
    if (shape.attends()) U_ = layout.add("U", width, heads * width);
    if (shape.by_content()) W_ = layout.add("W", heads * width, width);
    if (shape.by_distance()) B_ = layout.add("B", 2 * reach + 1, heads);
}
// [snip:context-construct]

namespace {

// [snip:head-columns]
/// \brief The numbers of all heads for one gap, a head a column; shares memory.
template <class T>
const arma::Mat<T> head_columns(const arma::Mat<T>& all, std::size_t gap,
                                std::size_t heads) {
    return {const_cast<T*>(all.colptr(gap)), all.n_rows / heads, heads, false,
            true};
}

template <class T>
void set_head_columns(arma::Mat<T>& all, std::size_t gap,
                      const arma::Mat<T>& columns) {
    all.col(gap) = arma::vectorise(columns);
}
// [snip:head-columns]

// [snip:vectors-around]
/// \brief The vectors of a line's words, width × words; zeros for what the gap does
/// not show.
template <class T>
arma::Mat<T> vectors_around(const Gap& gap, const arma::Mat<T>& E) {
    arma::Mat<T> X(E.n_rows, gap.words.size());  // width × words
    for (std::size_t j = 0; j < gap.words.size(); ++j) {
        if (!gap.shows(j))
            X.col(j).zeros();
        else if (gap.words[j] < E.n_cols)
            X.col(j) = E.col(gap.words[j]);
        else
            require(false, "GapContext",
                    "word " + std::to_string(gap.words[j]) + " of " +
                        std::to_string(E.n_cols) + "; words count from 0");
    }
    return X;
}

/// \brief How many words a gap shows. Throws std::invalid_argument if it is none.
std::size_t shown_by(const Gap& gap) {
    std::size_t shown = 0;
    for (std::size_t j = 0; j < gap.words.size(); ++j) shown += gap.shows(j);
    if (shown == 0 || gap.place >= gap.words.size())
        require(false, "GapContext",
                "a gap at place " + std::to_string(gap.place) + " of " +
                    std::to_string(gap.words.size()) + " words, " +
                    std::to_string(shown) +
                    " of the others known; it needs a place in the line and at "
                    "least 1 of them");
    return shown;
}
// [snip:vectors-around]

}  // namespace

// [snip:row-of-distance]
/// \brief The row of B for a word: how far it is from the gap, and on which side.
template <class T>
std::size_t GapContext<T>::row_of(std::size_t word, std::size_t place) const {
    return word < place ? shape_.reach - std::min(place - word, shape_.reach)
                        : shape_.reach + std::min(word - place, shape_.reach);
}
// [snip:row-of-distance]

// [snip:look]
/// \brief What the heads take from the words around gap number i.
template <class T>
void GapContext<T>::look(const arma::Mat<T>& bias, const Gap& gap, std::size_t i,
                         GapContextPass<T>& pass) const {
    const arma::Mat<T>& X = pass.X[i];  // width × words
    arma::Mat<T> S(gap.words.size(), shape_.heads, arma::fill::zeros);
    if (shape_.by_content())
        S = X.t() * head_columns(pass.asked, i, shape_.heads) /
            std::sqrt(T(shape_.width));  // words × heads
    AttentionRule rule;
    for (std::size_t j = 0; j < gap.words.size(); ++j) {
        rule.padding.push_back(!gap.shows(j));
        S.row(j) += bias.row(row_of(j, gap.place));
    }
    pass.A[i] = attention_weights(S, rule);  // words × heads
    set_head_columns(pass.mixed, i, attention_output(X, pass.A[i]));
}
// [snip:look]

// [snip:context-forward]
template <class T>
arma::Mat<T> GapContext<T>::forward(const ParameterLayout& layout,
                                    std::span<const T> parameters,
                                    const arma::Mat<T>& E,
                                    std::span<const Gap> gaps,
                                    GapContextPass<T>& pass) const {
    require(!gaps.empty() && E.n_rows == shape_.width, "GapContext",
            std::to_string(gaps.size()) + " gaps and vectors of " +
                std::to_string(E.n_rows) + " numbers; give at least 1 gap, and " +
                std::to_string(shape_.width) + " numbers");
    pass.M.set_size(shape_.width, gaps.size());
    pass.X.resize(gaps.size()), pass.A.resize(gaps.size());
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        pass.X[i] = vectors_around(gaps[i], E);
        pass.M.col(i) = arma::sum(pass.X[i], 1) / T(shown_by(gaps[i]));
    }
    if (!shape_.attends()) return pass.M;
    if (shape_.by_content()) pass.asked = layout.matrix(parameters, W_) * pass.M;
    arma::Mat<T> bias(2 * shape_.reach + 1, shape_.heads, arma::fill::zeros);
    if (shape_.by_distance()) bias = layout.matrix(parameters, B_);
    pass.mixed.set_size(shape_.heads * shape_.width, gaps.size());
    for (std::size_t i = 0; i < gaps.size(); ++i) look(bias, gaps[i], i, pass);
    return pass.M + layout.matrix(parameters, U_) * pass.mixed;  // width × gaps
}
// [snip:context-forward]

// [snip:look-back]
/// \brief Through the attention of gap number i: the slopes in what was asked,
/// width × heads; those in B are added to dB.
template <class T>
arma::Mat<T> GapContext<T>::look_back(const Gap& gap, std::size_t i,
                                      const arma::Mat<T>& dmixed,
                                      const GapContextPass<T>& pass,
                                      arma::Mat<T>& dB) const {
    const arma::Mat<T>& X = pass.X[i];  // width × words
    const arma::Mat<T> dO = head_columns(dmixed, i, shape_.heads);  // width × heads
    // forward: O = X A, A = softmax of S down each column
    const arma::Mat<T> dS = attention_back<T>(X, pass.A[i], dO).scores;
    // forward: S = XᵀP / √width + B[distance]
    for (std::size_t j = 0; j < gap.words.size(); ++j)
        dB.row(row_of(j, gap.place)) += dS.row(j);
    return X * dS / std::sqrt(T(shape_.width));  // width × heads
}
// [snip:look-back]

// [snip:context-backward]
template <class T>
void GapContext<T>::backward(const ParameterLayout& layout,
                             std::span<const T> parameters,
                             std::span<const Gap> gaps, const arma::Mat<T>& dH,
                             const GapContextPass<T>& pass,
                             std::span<T> gradient) const {
    require(arma::size(dH) == arma::size(pass.M) && gaps.size() == dH.n_cols,
            "GapContext",
            "dH is " + std::to_string(dH.n_rows) + " × " +
                std::to_string(dH.n_cols) + " after " +
                std::to_string(pass.M.n_cols) + " gaps and a width of " +
                std::to_string(pass.M.n_rows) + "; give those of the way forward");
    if (!shape_.attends()) return;
    // forward: H = M + U mixed
    arma::Mat<T> dU = layout.matrix(gradient, U_);
    dU += dH * pass.mixed.t();  // width × heads width
    const arma::Mat<T> dmixed = layout.matrix(parameters, U_).t() * dH;
    arma::Mat<T> dasked(arma::size(dmixed));  // heads width × gaps
    arma::Mat<T> dbias(2 * shape_.reach + 1, shape_.heads, arma::fill::zeros);
    for (std::size_t i = 0; i < gaps.size(); ++i)
        set_head_columns(dasked, i, look_back(gaps[i], i, dmixed, pass, dbias));
    if (shape_.by_content()) {
        // forward: asked = W M
        arma::Mat<T> dW = layout.matrix(gradient, W_);
        dW += dasked * pass.M.t();  // heads width × width
    }
    if (!shape_.by_distance()) return;
    arma::Mat<T> dB = layout.matrix(gradient, B_);
    dB += dbias;
}
// [snip:context-backward]

// [snip:context-instances]
template class GapContext<float>;
template class GapContext<double>;
// [snip:context-instances]

}  // namespace nn
