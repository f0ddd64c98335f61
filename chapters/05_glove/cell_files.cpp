#include "cell_files.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace nn {

namespace {

// [snip:file-sizes]
constexpr std::size_t most_runs = 64;  // that are merged at once: files open
constexpr std::size_t page = 1024;     // cells

TemporaryFile new_run() {
    return TemporaryFile("the pairs of words");
}
// [snip:file-sizes]

// [snip:run-reader]
class RunReader final : public CellStream {
public:
    explicit RunReader(const TemporaryFile& run) : run_(run) {}

    std::size_t read(std::span<Cell> out) override {
        const std::size_t left = (run_.size() - at_) / sizeof(Cell);
        const auto cells = out.first(std::min(out.size(), left));
        run_.read(at_, std::as_writable_bytes(cells));
        at_ += cells.size_bytes();
        return cells.size();
    }

private:
    const TemporaryFile& run_;
    std::uint64_t at_ = 0;
};
// [snip:run-reader]

// [snip:cell-runs]
/// \brief The pairs of several runs as one run.
TemporaryFile merged_run(std::span<const TemporaryFile> runs) {
    std::vector<RunReader> readers(runs.begin(), runs.end());
    std::vector<CellStream*> streams;
    for (RunReader& reader : readers) streams.push_back(&reader);
    TemporaryFile merged = new_run();
    merge_runs(streams, [&](std::span<const Cell> cells) {
        merged.append(std::as_bytes(cells));
    });
    return merged;
}

}  // namespace

CellRuns::CellRuns(TokenStream& tokens, const CountOptions& options,
                   std::size_t most_pairs)
    : merged_(new_run()) {
    count_runs(tokens, options, most_pairs, [&](std::span<const Cell> cells) {
        TemporaryFile run = new_run();
        run.append(std::as_bytes(cells));
        add(std::move(run), 0);
        ++runs_;
    });
    std::vector<TemporaryFile> all;
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level)
        std::move(level->begin(), level->end(), std::back_inserter(all));
    levels_.clear();
    merged_ = merged_run(all);
}

void CellRuns::add(TemporaryFile run, std::size_t level) {
    if (level == levels_.size()) levels_.emplace_back();
    levels_[level].push_back(std::move(run));
    if (levels_[level].size() < most_runs) return;
    TemporaryFile merged = merged_run(levels_[level]);
    levels_[level].clear();
    add(std::move(merged), level + 1);
}

void CellRuns::for_each(const CellSink& use) const {
    std::vector<Cell> cells(page);
    RunReader reader(merged_);
    while (const std::size_t n = reader.read(cells))
        use(std::span<const Cell>(cells).first(n));
}
// [snip:cell-runs]

// [snip:block-file]
BlockFile::BlockFile(const CellRuns& runs, const GloveWeighting& weighting,
                     std::size_t words)
    : file_("the table of words") {
    runs.for_each([&](std::span<const Cell> cells) {
        both_ways(cells, [&](const Cell& cell) {
            if (cell.row >= words || cell.column >= words) return;
            add(block_cell(cell, weighting), blocks_[block_of(cell).number()]);
        });
    });
    for (Block& block : blocks_) flush(block);
}

void BlockFile::add(const BlockCell& cell, Block& block) {
    block.waiting.push_back(cell);
    ++block.cells;
    if (block.waiting.size() == page) flush(block);
}

void BlockFile::flush(Block& block) {
    if (block.waiting.empty()) return;
    block.pages.push_back(file_.size());
    file_.append(std::as_bytes(std::span(block.waiting)));
    block.waiting.clear();
}
// [snip:block-file]

// [snip:block-file-read]
std::size_t BlockFile::read(BlockId id, std::size_t from,
                            std::span<BlockCell> out) const {
    const Block& block = blocks_[id.number()];
    const auto cells = out.first(std::min(out.size(), block.cells - from));
    for (std::size_t filled = 0; filled < cells.size();) {
        const std::size_t at = from + filled;
        const auto part = cells.subspan(
            filled, std::min(page - at % page, cells.size() - filled));
        file_.read(block.pages[at / page] + at % page * sizeof(BlockCell),
                   std::as_writable_bytes(part));
        filled += part.size();
    }
    return cells.size();
}

std::size_t BlockFile::cells() const {
    std::size_t cells = 0;
    for (const Block& block : blocks_) cells += block.cells;
    return cells;
}
// [snip:block-file-read]

}  // namespace nn
