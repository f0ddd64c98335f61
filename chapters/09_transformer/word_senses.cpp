#include "word_senses.hpp"

#include <algorithm>
#include <string>

#include "nn/causal_batch.hpp"
#include "stream_growth.hpp"

namespace nn {

namespace {

// [snip:sense-tokens]
/// \brief The last tokens of each context, all of one length, one after the other.
CausalBatch last_tokens(
    const TrainedModel& trained,
    const std::array<std::vector<std::string_view>, 2>& senses) {
    std::vector<std::vector<Token>> all;
    for (const auto& sense : senses)
        for (const std::string_view context : sense)
            all.push_back(trained.codec.encode(context));
    std::size_t shortest = trained.model.shape().context;
    for (const std::vector<Token>& tokens : all)
        shortest = std::min(shortest, tokens.size());
    CausalBatch batch{.sequences = all.size()};
    for (const std::vector<Token>& tokens : all) {
        require(shortest > 0 && tokens.back() == all[0].back(), "word_senses",
                "contexts end with different tokens; let all end with one word");
        batch.symbols.insert(batch.symbols.end(),
                             tokens.end() - std::ptrdiff_t(shortest), tokens.end());
    }
    return batch;
}
// [snip:sense-tokens]

}  // namespace

// [snip:read-senses]
WordSenses word_senses(
    const TrainedModel& trained,
    const std::array<std::vector<std::string_view>, 2>& contexts) {
    require(contexts[0].size() > 1 && contexts[1].size() > 1, "word_senses",
            std::to_string(contexts[0].size()) + " and " +
                std::to_string(contexts[1].size()) +
                " contexts; give at least 2 of each sense");
    const CausalBatch batch = last_tokens(trained, contexts);
    const StreamGrowth growth = stream_growth(trained.model, trained.parameters,
                                              batch.symbols, batch.sequences);
    WordSenses senses{.tokens = batch.symbols.size() / batch.sequences,
                      .streams = {},
                      .first_sense = contexts[0].size()};
    for (const arma::fmat& X : growth.streams) {
        arma::fmat last(X.n_rows, batch.sequences);  // width × contexts
        for (std::size_t s = 0; s < batch.sequences; ++s)
            last.col(s) = X.col((s + 1) * senses.tokens - 1);
        senses.streams.push_back(std::move(last));
    }
    return senses;
}
// [snip:read-senses]

// [snip:compare-senses]
SenseCosines sense_cosines(const WordSenses& senses, std::size_t block) {
    const arma::fmat& X = senses.streams.at(block);  // width × contexts
    const std::size_t n = X.n_cols, first = senses.first_sense;
    SenseCosines means;
    for (std::size_t i = 0; i < n; ++i) {
        const arma::rowvec to_all =
            column_cosines(arma::repmat(X.col(i), 1, n), X);  // 1 × contexts
        const arma::rowvec one = to_all.head(first), two = to_all.tail(n - first);
        const arma::rowvec &own = i < first ? one : two,
                           &other = i < first ? two : one;
        const double within =
            (arma::accu(own) - to_all[i]) / double(own.n_elem - 1);
        const double between = arma::mean(other);
        means.within += within / double(n);
        means.between += between / double(n);
        means.told += (within > between   ? 1.0
                       : within < between ? 0.0
                                          : 0.5) /
                      double(n);
    }
    return means;
}
// [snip:compare-senses]

}  // namespace nn
