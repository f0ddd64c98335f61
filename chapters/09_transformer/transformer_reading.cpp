#include "transformer_reading.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include "nn/causal_batch.hpp"
#include "nn/parallel.hpp"
#include "nn/require.hpp"
#include "token_loss.hpp"

namespace nn {

namespace {

// [snip:reading-windows]
/// \brief The windows over a text, of `length` tokens each, and what each judges.
struct ReadingWindows {
    std::size_t tokens, length, stride;

    std::size_t count() const {
        return 1 + (tokens - 1 - length + stride - 1) / stride;
    }

    /// \brief The last window ends where the text does.
    std::size_t first(std::size_t window) const {
        return std::min(window * stride, tokens - 1 - length);
    }

    /// \brief The places of a window that no window before it has judged.
    std::size_t fresh(std::size_t window) const {
        return window == 0 ? length : first(window) - first(window - 1);
    }
};
// [snip:reading-windows]

// [snip:nats-of-windows]
constexpr std::size_t windows_a_shard = 16;

double nats_of_windows(const Transformer<float>& model,
                       std::span<const float> parameters,
                       std::span<const Token> text, const ReadingWindows& windows,
                       std::size_t shard) {
    const std::size_t from = shard * windows_a_shard;
    const std::size_t to = std::min(from + windows_a_shard, windows.count());
    CausalBatch batch;
    for (std::size_t w = from; w < to; ++w)
        append_piece(text, windows.first(w), windows.length, batch);
    TransformerPass<float> pass;
    model.forward(parameters, batch.symbols, batch.sequences, pass);
    double nats = 0.0;
    for (std::size_t w = from; w < to; ++w) {
        const std::size_t fresh = windows.fresh(w);
        const std::size_t column = (w - from + 1) * windows.length - fresh;
        arma::fmat scores =
            pass.logits.cols(column, column + fresh - 1);  // vocabulary × fresh
        nats +=
            token_loss(scores, std::span(batch.right).subspan(column, fresh), 1.0F);
    }
    return nats;
}
// [snip:nats-of-windows]

}  // namespace

// [snip:nats-of-text-read]
double nats_of_text(const Transformer<float>& model,
                    std::span<const float> parameters, std::span<const Token> text,
                    std::size_t stride, unsigned threads) {
    const std::size_t context = model.shape().context;
    require(text.size() > 1 && stride > 0 && stride <= context, "nats_of_text",
            std::to_string(text.size()) + " tokens, a stride of " +
                std::to_string(stride) +
                "; give at least 2, and a stride of 1 to the context, " +
                std::to_string(context));
    const ReadingWindows windows{text.size(), std::min(context, text.size() - 1),
                                 stride};
    const std::size_t shards =
        (windows.count() + windows_a_shard - 1) / windows_a_shard;
    std::vector<double> nats(shards);
    for_each_shard(shards, threads, [&](std::size_t shard) {
        nats[shard] = nats_of_windows(model, parameters, text, windows, shard);
    });
    return std::accumulate(nats.begin(), nats.end(), 0.0) /
           static_cast<double>(text.size() - 1);
}
// [snip:nats-of-text-read]

}  // namespace nn
