#include "encoder_decoder.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/initialisation.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:looking-or-not]
std::optional<LookingBack> looking(ParameterLayout& layout,
                                   const EncoderDecoderShape& shape) {
    if (!shape.attention) return std::nullopt;
    return LookingBack(layout, "score", shape.score, shape.hidden);
}
// [snip:looking-or-not]

}  // namespace

// [snip:encoder-decoder-begin]
EncoderDecoder::EncoderDecoder(const EncoderDecoderShape& shape, Rng& rng)
    : shape_(shape),
      encoder_(layout_, "encoder",
               {CellKind::gru, shape.source_symbols, shape.hidden, 1}),
      decoder_(layout_, "decoder",  // it also hears that nothing was written yet
               {CellKind::gru, shape.target_symbols + 1, shape.hidden, 1}),
      looking_(looking(layout_, shape)),
      W_(layout_.add("mix.W", shape.hidden,
                     (shape.attention ? 2 : 1) * shape.hidden)),
      readout_(layout_, "out", shape.hidden, shape.target_symbols),
      parameters_(layout_.size()) {
    require(shape.target_symbols > 0, "EncoderDecoder",
            "no symbols to write; give at least 1");
    fill_uniform<float>(parameters_, 1 / std::sqrt(double(shape.hidden)), rng);
    for (const TensorPlace& place : layout_.tensors())
        if (place.columns == 1)
            std::fill_n(parameters_.begin() + std::ptrdiff_t(place.offset),
                        place.rows, 0.0F);
}
// [snip:encoder-decoder-begin]

// [snip:encoder-reads]
void EncoderDecoder::read(std::span<const Token> source, std::size_t sequences,
                          EncoderDecoderPass& pass) const {
    require_sequences("EncoderDecoder", source.size(), sequences);
    encoder_.prepare(pass.encoder, source.size() / sequences, sequences);
    clear_states(pass.encoder);
    encoder_.forward(layout_, parameters_, source, pass.encoder);
}

/// \brief The decoder begins in the state in which the encoder ended.
void EncoderDecoder::begin_decoder(std::size_t length,
                                   EncoderDecoderPass& pass) const {
    const std::size_t B = pass.encoder.layers[0].sequences;
    decoder_.prepare(pass.decoder, length, B);
    clear_states(pass.decoder);
    pass.decoder.layers[0].hidden.head_cols(B) =
        pass.encoder.layers[0].hidden.tail_cols(B);  // n × B
}
// [snip:encoder-reads]

// [snip:mixing]
arma::fmat attentional_state(const arma::fmat& W, const arma::fmat& seen) {
    return arma::tanh(W * seen);  // n × U B
}
// [snip:mixing]

// [snip:decoder-looks]
/// \brief From the decoder's states to what the answers are read off.
void EncoderDecoder::look(EncoderDecoderPass& pass) const {
    const arma::fmat Q = pass.decoder.outputs();  // n × U B
    pass.seen = Q;
    if (looking_)
        pass.seen = arma::join_cols(
            Q, looking_->contexts(parameters_, pass.encoder.outputs(), Q,
                                  pass.encoder.layers[0].sequences,
                                  pass.weights));  // 2n × U B
    const std::span<const float> values = parameters_;
    pass.mixed = attentional_state(layout_.matrix(values, W_), pass.seen);
}
// [snip:decoder-looks]

// [snip:decoder-looks-back]
/// \brief From dmixed to the slopes in the states of both, in their passes.
void EncoderDecoder::look_back(const arma::fmat& dmixed, EncoderDecoderPass& pass,
                               std::span<float> gradient) const {
    const std::size_t n = shape_.hidden;
    // forward: mixed = tanh(W seen)
    const arma::fmat dsums = dmixed % (1 - pass.mixed % pass.mixed);  // n × U B
    arma::fmat dW = layout_.matrix(gradient, W_);
    dW += dsums * pass.seen.t();
    const std::span<const float> values = parameters_;
    const arma::fmat dseen = layout_.matrix(values, W_).t() * dsums;
    // forward: seen = [state; context]
    pass.decoder.dH = dseen.head_rows(n);                       // n × U B
    pass.encoder.dH.zeros(arma::size(pass.encoder.outputs()));  // n × T B
    if (looking_)
        looking_->backward(parameters_, pass.encoder.outputs(),
                           pass.decoder.outputs(), pass.weights, dseen.tail_rows(n),
                           pass.encoder.dH, pass.decoder.dH, gradient);
}

/// \brief Through the decoder, then through the encoder.
void EncoderDecoder::go_back(const SequencePairs& pairs, EncoderDecoderPass& pass,
                             std::span<float> gradient) const {
    decoder_.backward(layout_, parameters_, pass.heard, pass.decoder, gradient);
    // forward: the decoder's first state = the encoder's last
    pass.encoder.layers[0].dhidden = pass.decoder.layers[0].dhidden;  // n × B
    encoder_.backward(layout_, parameters_, pairs.source, pass.encoder, gradient);
}
// [snip:decoder-looks-back]

// [snip:encoder-decoder-learn]
double EncoderDecoder::learn(const SequencePairs& pairs, float weight,
                             EncoderDecoderPass& pass,
                             std::span<float> gradient) const {
    const std::size_t B = pairs.sequences;
    require_sequences("EncoderDecoder", pairs.target.size(), B);
    read(pairs.source, B, pass);
    begin_decoder(pairs.target_length(), pass);
    pass.heard.assign(B, Token(shape_.target_symbols));  // nothing yet
    pass.heard.insert(pass.heard.end(), pairs.target.begin(),
                      pairs.target.end() - std::ptrdiff_t(B));
    decoder_.forward(layout_, parameters_, pass.heard, pass.decoder);
    look(pass);
    arma::fmat dmixed;  // n × U B
    const double loss = readout_.loss(layout_, parameters_, pass.mixed,
                                      pairs.target, weight, dmixed, gradient);
    look_back(dmixed, pass, gradient);
    go_back(pairs, pass, gradient);
    return loss;
}
// [snip:encoder-decoder-learn]

// [snip:encoder-decoder-write]
std::vector<Token> EncoderDecoder::write(std::span<const Token> source,
                                         std::size_t sequences, std::size_t length,
                                         EncoderDecoderPass& pass) const {
    read(source, sequences, pass);
    begin_decoder(1, pass);
    std::vector<Token> written;
    std::vector<arma::fmat> all(sequences);  // weights of each, T × U
    pass.heard.assign(sequences, Token(shape_.target_symbols));
    for (std::size_t u = 0; u < length; ++u) {
        decoder_.forward(layout_, parameters_, pass.heard, pass.decoder);
        look(pass);
        const arma::fmat Z = readout_.scores(layout_, parameters_, pass.mixed);
        for (std::size_t s = 0; s < sequences; ++s)
            pass.heard[s] = Token(Z.col(s).index_max());
        written.insert(written.end(), pass.heard.begin(), pass.heard.end());
        for (std::size_t s = 0; looking_ && s < sequences; ++s)
            all[s].insert_cols(u, pass.weights[s]);
        carry_states(pass.decoder);
    }
    pass.weights = all;
    return written;
}
// [snip:encoder-decoder-write]

}  // namespace nn
