#include "self_attention_writer.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/initialisation.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:places-or-not]
std::optional<PositionTable> places(ParameterLayout& layout,
                                    const SelfAttentionShape& shape) {
    if (!shape.places) return std::nullopt;
    return PositionTable(layout, "place", shape.width, shape.length);
}
// [snip:places-or-not]

}  // namespace

// [snip:writer-begin]
SelfAttentionWriter::SelfAttentionWriter(const SelfAttentionShape& shape, Rng& rng)
    : shape_(shape),
      E_(layout_.add("symbol.E", shape.width, shape.symbols)),
      places_(places(layout_, shape)),
      attention_(layout_, "attention",
                 {.width = shape.width, .heads = shape.heads, .causal = false}),
      readout_(layout_, "out", shape.width, shape.symbols),
      parameters_(layout_.size()) {
    require(shape.symbols > 0, "SelfAttentionWriter",
            "no symbols; give at least 1");
    const std::span<float> all = parameters_;
    for (std::size_t i = 0; i < layout_.tensors().size(); ++i) {
        const bool is_vectors = i == E_ || (places_ && i == places_->P());
        const double bound = is_vectors ? 1.0 : 1 / std::sqrt(double(shape.width));
        if (layout_.tensors()[i].columns > 1 || is_vectors)
            fill_uniform(layout_.values(all, i), bound, rng);
    }
}
// [snip:writer-begin]

// [snip:writer-reads]
void SelfAttentionWriter::read(std::span<const Token> source, std::size_t sequences,
                               SelfAttentionPass& pass) const {
    require_sequences("SelfAttentionWriter", source.size(), sequences);
    const std::span<const float> values = parameters_;
    const arma::fmat E = layout_.matrix(values, E_);  // width × symbols
    const std::vector<Token> tokens = by_sequence(source, sequences);
    pass.X.set_size(shape_.width, tokens.size());  // width × B T
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] >= shape_.symbols)
            require(false, "SelfAttentionWriter",
                    "symbol " + std::to_string(tokens[i]) + " of " +
                        std::to_string(shape_.symbols) + "; symbols count from 0");
        pass.X.col(i) = E.col(tokens[i]);
    }
    if (places_) places_->add_to(layout_, values, sequences, pass.X);
    pass.Y = attention_.forward(layout_, values, pass.X, sequences, pass.heads);
}

arma::fmat SelfAttentionWriter::scores(const SelfAttentionPass& pass) const {
    return readout_.scores(layout_, parameters_, pass.Y);
}

std::vector<Token> SelfAttentionWriter::write(std::span<const Token> source,
                                              std::size_t sequences,
                                              SelfAttentionPass& pass) const {
    read(source, sequences, pass);
    const arma::fmat Z = scores(pass);  // symbols × B T
    const std::size_t length = source.size() / sequences;
    std::vector<Token> written;
    for (std::size_t t = 0; t < length; ++t)
        for (std::size_t s = 0; s < sequences; ++s)
            written.push_back(Token(Z.col(s * length + t).index_max()));
    return written;
}
// [snip:writer-reads]

// [snip:writer-learns]
double SelfAttentionWriter::learn(const SequencePairs& pairs, float weight,
                                  SelfAttentionPass& pass,
                                  std::span<float> gradient) const {
    const std::size_t B = pairs.sequences;
    read(pairs.source, B, pass);
    arma::fmat dY;  // width × B T
    const double loss =
        readout_.loss(layout_, parameters_, pass.Y, by_sequence(pairs.target, B),
                      weight, dY, gradient);
    const arma::fmat dX = attention_.backward(layout_, parameters_, pass.X, dY,
                                              pass.heads, gradient);  // width × B T
    // [snip:writer-vectors-back]
    // forward: X = the vectors of the symbols + those of their places
    const std::vector<Token> tokens = by_sequence(pairs.source, B);
    arma::fmat dE = layout_.matrix(gradient, E_);  // width × symbols
    for (std::size_t i = 0; i < tokens.size(); ++i) dE.col(tokens[i]) += dX.col(i);
    if (places_) places_->backward(layout_, dX, B, gradient);
    // [snip:writer-vectors-back]
    return loss;
}
// [snip:writer-learns]

}  // namespace nn
