/// Training keeps its parameters and its vocabulary in memory, and not the text.
#include "nn/io/token_corpus.hpp"
#include "nn/rng.hpp"
#include "nn/word2vec.hpp"
#include "support/catch.hpp"
#include "support/peak_memory.hpp"
#include "support/scratch.hpp"

namespace {

constexpr std::size_t words = 50'000, dimension = 100;
constexpr double megabyte = 1e6;

/// All words three times, in lines of ten: one megabyte.
std::string part_of_text() {
    nn::Rng rng(50);
    std::string part;
    std::size_t in_line = 0;
    for (int again = 0; again < 3; ++again)
        for (const std::size_t word : rng.permutation(words))
            part += std::to_string(10'000 + word) + (++in_line % 10 ? "w " : "w\n");
    return part;
}

void train(const std::string& path) {
    nn::Options options;
    options.corpus = path;
    const nn::TokenCorpus corpus = nn::read_token_corpus(options, 5.0);
    if (corpus.vocabulary.size() != words) throw std::logic_error("words lost");
    nn::train_word2vec(
        *corpus.tokens, corpus.vocabulary,
        {.dimension = dimension, .context_window = 2, .epochs = 1, .sample = 1e-7});
}

}  // namespace

TEST_CASE(
    "training on a text of any size takes its parameters, the vocabulary and "
    "little "
    "more",
    "[memory]") {
    const double parameters = 2.0 * dimension * words * sizeof(float);
    const double vocabulary = 200.0 * words;  // a word, its count, its place
    const double program = 8 * megabyte;      // blocks of text, stacks, libraries
    const scratch::Folder folder;
    const std::string path = folder.file("text", "");
    const std::string part = part_of_text();
    double taken[2];
    for (const int large : {0, 1}) {
        for (int i = 0; i < (large ? 36 : 4); ++i)
            std::ofstream(path, std::ios::app | std::ios::binary) << part;
        taken[large] = peak_memory::growth([&] { train(path); });
    }
    if (!peak_memory::is_measured) return;
    INFO(taken[0] / megabyte << " and " << taken[1] / megabyte << " MB");
    CHECK(taken[0] >= parameters);  // or nothing was measured
    CHECK(taken[1] - taken[0] <= 1 * megabyte);
    CHECK(taken[1] <= 3.0 * parameters + vocabulary + program);  // what we promise
    CHECK(taken[1] <= 1.2 * parameters + vocabulary + program);  // what we know
}
