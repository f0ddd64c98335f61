#include "translator.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/initialisation.hpp"
#include "nn/positional_encoding.hpp"
#include "token_loss.hpp"

namespace nn {

namespace {

// [snip:require-translator]
const TranslatorShape& checked_shape(const TranslatorShape& shape) {
    require(shape.source_symbols > 0 && shape.target_symbols > 0 &&
                shape.longest > 0 && shape.layers > 0 && shape.smoothing >= 0 &&
                shape.smoothing < 1,
            "Translator",
            std::to_string(shape.source_symbols) + " symbols to read, " +
                std::to_string(shape.target_symbols) + " to write, " +
                std::to_string(shape.layers) + " layers, sequences of " +
                std::to_string(shape.longest) + ", a smoothing of " +
                std::to_string(shape.smoothing) +
                "; give at least 1 of each, and a smoothing in [0, 1)");
    return shape;
}
// [snip:require-translator]

}  // namespace

// [snip:translator-made]
template <class T>
Translator<T>::Translator(const TranslatorShape& shape, Rng& rng)
    : shape_(checked_shape(shape)),
      E_source_(layout_.add("source.E", shape.width, shape.source_symbols)),
      E_target_(layout_.add("target.E", shape.width, shape.target_symbols + 1)) {
    const MultiHeadShape writing{.width = shape.width, .heads = shape.heads};
    BlockShape reading{.attention = writing, .norm = NormPlacement::after};
    reading.attention.causal = false;
    for (std::size_t i = 0; i < shape.layers; ++i)
        encoder_.emplace_back(layout_, "encoder." + std::to_string(i), reading);
    for (std::size_t i = 0; i < shape.layers; ++i)
        decoder_.emplace_back(layout_, "decoder." + std::to_string(i), writing,
                              NormPlacement::after);
    places_ = arma::conv_to<arma::Mat<T>>::from(
        sinusoidal_encoding(shape.width, shape.longest));  // width × longest
    parameters_.resize(layout_.size());
    begin(rng);
}
// [snip:translator-made]

// [snip:translator-begin]
template <class T>
void Translator<T>::begin(Rng& rng) {
    const std::span<T> all(parameters_);
    for (std::size_t i = 0; i < layout_.tensors().size(); ++i) {
        const TensorPlace& place = layout_.tensors()[i];
        const std::span<T> values = layout_.values(all, i);
        if (place.name.ends_with("gain"))
            std::fill(values.begin(), values.end(), T(1));
        else if (place.name.ends_with(".E"))
            for (T& value : values)
                value = T(rng.normal() / std::sqrt(double(place.rows)));
        else if (place.columns > 1)
            fill_uniform(values,
                         std::sqrt(6.0 / double(place.rows + place.columns)), rng);
    }
}
// [snip:translator-begin]

// [snip:translator-embed]
/// \brief √width e_symbol + p_place, width × symbols.
template <class T>
arma::Mat<T> Translator<T>::embed(std::size_t table, std::span<const Token> symbols,
                                  std::size_t sequences) const {
    require_sequences("Translator", symbols.size(), sequences);
    const std::size_t steps = symbols.size() / sequences;
    if (steps > shape_.longest)
        require(false, "Translator",
                "a sequence of " + std::to_string(steps) +
                    " symbols; the longest may have " +
                    std::to_string(shape_.longest));
    const arma::Mat<T> E = layout_.matrix(parameters(), table);
    const T size = std::sqrt(T(shape_.width));
    arma::Mat<T> X(shape_.width, symbols.size());
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (symbols[i] >= E.n_cols)
            require(false, "Translator",
                    "symbol " + std::to_string(symbols[i]) + " of " +
                        std::to_string(E.n_cols) + "; symbols count from 0");
        X.col(i) = size * E.col(symbols[i]) + places_.col(i % steps);
    }
    return X;
}
// [snip:translator-embed]

// [snip:translator-reads]
/// \brief From what is read, in the order of SequencePairs, to pass.source.
template <class T>
void Translator<T>::encode(std::span<const Token> source, std::size_t sequences,
                           Pass& pass) const {
    pass.read = by_sequence(source, sequences);
    pass.encoder.resize(encoder_.size());
    pass.source = embed(E_source_, pass.read, sequences);  // width × B T
    for (std::size_t i = 0; i < encoder_.size(); ++i)
        encoder_[i].forward(layout_, parameters(), pass.source, sequences,
                            pass.encoder[i]);
}
// [snip:translator-reads]

// [snip:translator-decodes]
/// \brief From pass.heard and pass.source to pass.logits.
template <class T>
void Translator<T>::decode(std::size_t sequences, Pass& pass) const {
    pass.decoder.resize(decoder_.size());
    pass.Y = embed(E_target_, pass.heard, sequences);  // width × B U
    for (std::size_t i = 0; i < decoder_.size(); ++i)
        decoder_[i].forward(layout_, parameters(), pass.Y, pass.source, sequences,
                            pass.decoder[i]);
    const arma::Mat<T> E = layout_.matrix(parameters(), E_target_);
    pass.logits = E.head_cols(shape_.target_symbols).t() * pass.Y;  // symbols × B U
}
// [snip:translator-decodes]

// [snip:translator-back]
template <class T>
void Translator<T>::embed_back(std::size_t table, std::span<const Token> symbols,
                               const arma::Mat<T>& dX,
                               std::span<T> gradient) const {
    // forward: x = √width e_symbol + p_place
    arma::Mat<T> dE = layout_.matrix(gradient, table);
    const T size = std::sqrt(T(shape_.width));
    for (std::size_t i = 0; i < symbols.size(); ++i)
        dE.col(symbols[i]) += size * dX.col(i);
}

/// \brief From pass.logits, which now hold the slopes in them.
template <class T>
void Translator<T>::go_back(Pass& pass, std::span<T> gradient) const {
    // forward: logits = Eᵀ Y, with the vectors of the symbols to write
    const std::size_t n = shape_.target_symbols;
    const arma::Mat<T> E = layout_.matrix(parameters(), E_target_);
    arma::Mat<T> dE = layout_.matrix(gradient, E_target_);
    dE.head_cols(n) += pass.Y * pass.logits.t();     // width × n
    arma::Mat<T> dX = E.head_cols(n) * pass.logits;  // width × B U
    arma::Mat<T> dsource(arma::size(pass.source), arma::fill::zeros);
    // forward: Y = each block of the decoder in turn, with the source
    for (std::size_t i = decoder_.size(); i-- > 0;)
        decoder_[i].backward(layout_, parameters(), dX, pass.source,
                             pass.decoder[i], gradient, dsource);
    embed_back(E_target_, pass.heard, dX, gradient);
    // forward: source = each block of the encoder in turn
    for (std::size_t i = encoder_.size(); i-- > 0;)
        encoder_[i].backward(layout_, parameters(), dsource, pass.encoder[i],
                             gradient);
    embed_back(E_source_, pass.read, dsource, gradient);
}
// [snip:translator-back]

// [snip:translator-learns]
template <class T>
double Translator<T>::learn(const SequencePairs& pairs, T weight, Pass& pass,
                            std::span<T> gradient) const {
    const std::size_t B = pairs.sequences;
    require_sequences("Translator", pairs.source.size(), B);
    require_sequences("Translator", pairs.target.size(), B);
    const std::vector<Token> right = by_sequence(pairs.target, B);
    const std::size_t U = pairs.target_length();
    pass.heard.assign(right.size(), Token(shape_.target_symbols));  // nothing yet
    for (std::size_t i = 0; i < right.size(); ++i)
        if (i % U > 0) pass.heard[i] = right[i - 1];
    encode(pairs.source, B, pass);
    decode(B, pass);
    const double loss =
        token_loss<T>(pass.logits, right, weight, T(shape_.smoothing));
    go_back(pass, gradient);
    return loss;
}
// [snip:translator-learns]

// [snip:translator-writes]
template <class T>
std::vector<Token> Translator<T>::write(std::span<const Token> source,
                                        std::size_t sequences, std::size_t length,
                                        Pass& pass) const {
    require_sequences("Translator", source.size(), sequences);
    encode(source, sequences, pass);
    std::vector<Token> written;
    for (std::size_t u = 0; u < length; ++u) {
        std::vector<Token> heard(sequences, Token(shape_.target_symbols));
        heard.insert(heard.end(), written.begin(), written.end());
        pass.heard = by_sequence(heard, sequences);
        decode(sequences, pass);
        for (std::size_t s = 0; s < sequences; ++s)
            written.push_back(Token(pass.logits.col(s * (u + 1) + u).index_max()));
    }
    return written;
}
// [snip:translator-writes]

// [snip:translator-instances]
template class Translator<float>;
template class Translator<double>;
// [snip:translator-instances]

}  // namespace nn
