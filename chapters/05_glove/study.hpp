/// \file
/// \brief What the sections of chapter 5's program work on.
#pragma once

#include <string>
#include <vector>

#include "cell_files.hpp"
#include "glove_options.hpp"
#include "nn/io/program.hpp"
#include "nn/io/token_corpus.hpp"
#include "nn/synonym_score.hpp"

namespace nn {

/// \brief The text, its table, and what was learnt from it.
// [snip:study]
struct GloveStudy {
    TokenCorpus corpus;
    CellRuns runs;
    BlockFile blocks;
    double counting = 0.0;  ///< seconds from words to blocks
    GloveEmbedding learnt{};
    double learning = 0.0;  ///< seconds
};

/// \brief Counts the text, and cuts the table into blocks.
GloveStudy counted_study(const Options& options);

/// \brief The cells of a table that are not 0.
struct TableSizes {
    double cells = 0.0, at_most_one = 0.0;
    Cell largest{0, 0, 0.0};
};

/// \brief Those of the first `words` words with each other.
TableSizes sizes_of(const CellRuns& runs, std::size_t words = BlockFile::all);
// [snip:study]

/// \brief What the program learns with: fewer dimensions for a quick run.
// [snip:study-parts]
GloveOptions glove_options(const Options& options, std::size_t dimension,
                           std::size_t iterations);

/// \brief Trains with a bar on the terminal that says what for.
GloveEmbedding train_with_progress(const BlockFile& blocks, std::size_t words,
                                   const GloveOptions& options,
                                   const std::string& title);

/// \brief The common words of a text alone, as a stream. `source` must outlive it.
class CommonWords final : public TokenStream {
public:
    CommonWords(TokenStream& source, std::size_t words)
        : source_(source), words_(words) {}

    void rewind() override { source_.rewind(); }
    std::size_t read(std::span<Token> out) override;

private:
    TokenStream& source_;
    std::size_t words_;
};

/// \brief The first words of a text, in memory.
TokenArray first_words(TokenStream& tokens, std::size_t words);

/// \brief Words of the small table.
inline constexpr std::size_t small_words = 1500;

/// \brief The table of the text's beginning and of its common words, in memory.
std::vector<Cell> small_table(const GloveStudy& study);
// [snip:study-parts]

}  // namespace nn
