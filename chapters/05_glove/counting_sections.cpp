#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "nn/cooccurrence.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"

namespace nn {

// [snip:show-one-line]
void show_one_line(Report& report) {
    report.section("one-line", "One line and its table");
    const std::vector<std::string> words{"and",   "god", "said",  "let",
                                         "there", "be",  "light", "was"};
    // and god said let there be light and there was light
    TokenArray line({0, 1, 2, 3, 4, 5, 6, 0, 4, 7, 6});
    arma::mat X(words.size(), words.size());
    for (const Cell& cell : count_pairs(line, {}))
        X(cell.row, cell.column) = cell.x;
    report.print("%6s", "");
    for (const std::string& word : words) report.print(" %6s", word.c_str());
    for (arma::uword i = 0; i < words.size(); ++i) {
        report.print("\n%6s", words[i].c_str());
        for (arma::uword j = 0; j < words.size(); ++j)
            report.print(" %6.3f", X(i, j));
    }
    report.print("\n");
    report.value("there-light", "%.3f", X(4, 6));
}
// [snip:show-one-line]

// [snip:show-table]
void show_table(const GloveStudy& study, Report& report) {
    report.section("table", "The table of " + study.corpus.name);
    const Vocabulary& words = study.corpus.vocabulary;
    const TableSizes sizes = sizes_of(study.runs);
    const auto v = static_cast<double>(words.size());
    report.print("%-34s %12s\n", "words read",
                 report.value("words", "%.0f", study.corpus.words).c_str());
    report.print("%-34s %12s\n", "words that occur often enough",
                 report.value("vocabulary", "%.0f", v).c_str());
    report.print("%-34s %12s\n", "cells that the table has room for",
                 report.value("places", "%.0f", v * v).c_str());
    report.print("%-34s %12s\n", "cells that are not 0",
                 report.value("cells", "%.0f", sizes.cells).c_str());
    report.print("%-34s %12s\n", "of these, at most 1",
                 report
                     .value("small-cells", "%.0f %%",
                            100.0 * sizes.at_most_one / sizes.cells)
                     .c_str());
    report.print("%-34s %12s\n", "runs on disk that were merged",
                 report.value("runs", "%zu", study.runs.runs()).c_str());
    report.print("the largest: %s %s, %.1f\n",
                 words.word(sizes.largest.row).c_str(),
                 words.word(sizes.largest.column).c_str(), sizes.largest.x);
    report.value("filled", "%.1f %%", 100.0 * sizes.cells / (v * v));
    report.value("megabytes", "%.0f", sizes.cells * sizeof(BlockCell) / 1e6);
    report.value("full-megabytes", "%.0f", v * v * sizeof(float) / 1e6);
}
// [snip:show-table]

namespace {

// [snip:shuffled-lines]
/// \brief The same lines in another order.
TokenArray with_lines_shuffled(const std::vector<Token>& text, Rng rng) {
    std::vector<std::vector<Token>> lines(1);
    for (const Token token : text) {
        lines.back().push_back(token);
        if (token == line_end) lines.emplace_back();
    }
    if (!lines.back().empty()) lines.back().push_back(line_end);
    rng.shuffle(std::span(lines));
    std::vector<Token> shuffled;
    for (const auto& line : lines)
        shuffled.insert(shuffled.end(), line.begin(), line.end());
    return TokenArray(std::move(shuffled));
}

/// \brief The largest difference of two tables' cells, as a share of the cell; 1
/// for tables of different pairs.
double difference(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    if (a.size() != b.size()) return 1.0;
    double largest = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].row != b[i].row || a[i].column != b[i].column) return 1.0;
        largest = std::max(largest, std::abs(a[i].x - b[i].x) / a[i].x);
    }
    return largest;
}
// [snip:shuffled-lines]

}  // namespace

// [snip:show-line-order]
void show_line_order(const Options& options, const GloveStudy& study,
                     Report& report) {
    report.section("line-order", "The same lines in another order");
    std::vector<Token> text(200'000);
    TokenArray start = first_words(*study.corpus.tokens, text.size());
    text.resize(start.read(text));
    start.rewind();
    TokenArray shuffled = with_lines_shuffled(text, Rng(options.seed));
    const std::vector<Cell> cells = count_pairs(start, {});
    const double apart = difference(cells, count_pairs(shuffled, {}));
    report.print("%zu words, %zu cells: largest difference %.0e\n", text.size(),
                 cells.size(), apart);
    report.claim({.id = "line-order",
                  .statement = "The table knows the whole text at once: in what "
                               "order the lines come makes no difference.",
                  .quantity = "largest difference of a cell, as a share of it",
                  .high = 1e-12},
                 apart);
}
// [snip:show-line-order]

}  // namespace nn
