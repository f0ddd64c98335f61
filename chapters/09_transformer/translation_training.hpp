/// \file
/// \brief How a translator learns.
#pragma once

#include <cstddef>
#include <functional>

#include "rate_schedule.hpp"
#include "translator.hpp"

namespace nn {

/// \brief How it is trained.
// [snip:translation-training]
struct TranslationTraining {
    RateSchedule rate{};            ///< as many updates as it has steps
    std::size_t shards = 4;         ///< batches of an update, added up in order
    double longest_gradient = 1.0;  ///< clipped to this norm
    unsigned threads = 1;           ///< the result does not depend on it
};

/// \brief Trains with AdamW, without decay, on batches from `next`, whose lengths
/// may differ from batch to batch; calls `done` after each update.
///
/// Returns the mean loss of the last update, in nats a symbol. The batches are
/// drawn one after the other, then learnt a shard each. Throws
/// std::invalid_argument for no updates or no shards.
double train_translator(Translator<float>& model,
                        const TranslationTraining& training,
                        const std::function<SequencePairs()>& next,
                        const std::function<void()>& done);
// [snip:translation-training]

}  // namespace nn
