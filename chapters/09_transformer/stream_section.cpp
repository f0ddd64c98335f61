#include <algorithm>
#include <string>

#include "nn/causal_batch.hpp"
#include "sections.hpp"
#include "stream_growth.hpp"

namespace nn {

namespace {

// [snip:stream-lengths]
/// \brief Means over the tokens, of one block.
struct BlockLengths {
    double stream, looked, thought;  ///< lengths: before it, and what it adds
    double cosine;                   ///< of the stream before it and behind it
};

BlockLengths lengths_of(const StreamGrowth& growth, std::size_t block) {
    return {arma::mean(column_lengths(growth.streams[block])),
            arma::mean(column_lengths(growth.looked[block])),
            arma::mean(column_lengths(growth.thought[block])),
            arma::mean(
                column_cosines(growth.streams[block], growth.streams[block + 1]))};
}
// [snip:stream-lengths]

}  // namespace

// [snip:show-stream]
void show_stream(const TrainedModel& trained, std::span<const Token> held_out,
                 Report& report) {
    report.section("stream", "What each block adds to the stream");
    const std::size_t context = trained.model.shape().context;
    const CausalBatch batch =
        first_pieces(held_out, context,
                     std::min<std::size_t>(16, (held_out.size() - 1) / context));
    const StreamGrowth growth = stream_growth(trained.model, trained.parameters,
                                              batch.symbols, batch.sequences);
    report.print("mean lengths of vectors of %zu tokens\n%-8s %9s %9s %9s %9s\n",
                 batch.symbols.size(), "", "stream", "attention", "feed-fwd",
                 "cosine");
    Csv table({"block", "stream", "looked", "thought", "cosine"});
    for (std::size_t i = 0; i < growth.looked.size(); ++i) {
        const auto [stream, looked, thought, cosine] = lengths_of(growth, i);
        const std::string id = "stream-" + std::to_string(i + 1);
        report.print("block %-2zu %9s %9s %9s %9s\n", i + 1,
                     report.value(id, "%.2f", stream).c_str(),
                     report.value(id + "-looked", "%.2f", looked).c_str(),
                     report.value(id + "-thought", "%.2f", thought).c_str(),
                     report.value(id + "-cosine", "%.2f", cosine).c_str());
        table.row({double(i + 1), stream, looked, thought, cosine});
    }
    const double end = arma::mean(column_lengths(growth.streams.back()));
    report.print("at last  %9s\n", report.value("stream-end", "%.2f", end).c_str());
    report.data("stream.csv", table);
}
// [snip:show-stream]

}  // namespace nn
