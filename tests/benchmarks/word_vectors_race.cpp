#include "word_vectors_race.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "nn/io/error.hpp"
#include "nn/io/synsets.hpp"
#include "nn/io/vector_file.hpp"
#include "nn/io/word_test_file.hpp"
#include "nn/synonym_score.hpp"

namespace race {

namespace {

const char* const text_file = "text.txt";

/// The default text of the chapters, its rare words too.
void write_text() {
    const nn::TokenCorpus corpus = nn::read_token_corpus({}, 1.0);
    std::ofstream out(text_file, std::ios::binary);
    std::vector<nn::Token> block(4096);
    for (std::size_t n = 0; (n = corpus.tokens->read(block)) > 0;)
        for (std::size_t i = 0; i < n; ++i)
            if (block[i] == nn::line_end)
                out << '\n';
            else
                out << corpus.vocabulary.word(block[i]) << ' ';
}

std::vector<std::string> files_named(const char* variable) {
    const char* const value = std::getenv(variable);
    std::istringstream list(value == nullptr ? "" : value);
    std::vector<std::string> files;
    for (std::string file; std::getline(list, file, ':');) files.push_back(file);
    return files;
}

/// One side's vectors.
struct Side {
    std::string name;
    nn::WordSpace space;
    std::vector<std::string> keys = nn::folded_words(space.words());
};

std::vector<Side> sides() {
    std::vector<Side> all;
    for (const std::string file : {"ours.bin", "gensim.bin", "fasttext.vec"})
        if (std::filesystem::exists(file))
            all.push_back({.name = file.substr(0, file.find('.')),
                           .space = nn::WordSpace(nn::load_vectors(file))});
    return all;
}

/// A side's directions in the order of our vocabulary: all have learnt its words.
arma::fmat in_order(const nn::Vocabulary& vocabulary, const Side& side) {
    arma::fmat ordered(side.space.directions().n_rows, vocabulary.size());
    for (nn::Token token = 0; token < vocabulary.size(); ++token) {
        const std::string& word = vocabulary.word(token);
        const auto place = side.space.find(word);
        if (!place)
            throw nn::InputError(side.name + ": no vector of '" + word +
                                 "'; it has read another text");
        ordered.col(token) = side.space.directions().col(*place);
    }
    return ordered;
}

/// Prints a line of a side's scores each.
/// \return Whether the first, ours, is at most `below` under gensim's.
bool show(const std::string& test, const std::vector<Side>& sides, double below,
          const std::function<double(const Side&)>& score_of) {
    std::printf("  %-24s", test.c_str());
    double ours = 0.0;
    bool is_enough = true;
    for (const Side& side : sides) {
        const double score = score_of(side);
        if (side.name == "ours") ours = score;
        if (side.name == "gensim") is_enough = ours >= score - below;
        std::printf(" %s %.3f  ", side.name.c_str(), score);
    }
    std::printf("%s\n", is_enough ? "" : " MISSED");
    return is_enough;
}

bool show_synonyms(const std::vector<Side>& all, double below) {
    const nn::TokenCorpus corpus = text();
    nn::Rng rng(42);
    const nn::SynonymTask task =
        nn::synonym_task(nn::read_synsets(), corpus.vocabulary, rng);
    return show("WordNet's synonyms", all, below, [&](const Side& side) {
        return nn::synonym_score(task, in_order(corpus.vocabulary, side));
    });
}

bool show_similarity(const std::filesystem::path& file,
                     const std::vector<Side>& all, double below) {
    const auto pairs = nn::read_similarity_test(file);
    return show(file.stem(), all, below, [&](const Side& side) {
        const auto score = nn::score_similarity(side.space, side.keys, pairs);
        return score.spearman.value_or(0.0);
    });
}

bool show_analogies(const std::filesystem::path& file, const std::vector<Side>& all,
                    double below) {
    const auto sections = nn::read_analogy_test(file);
    return show(file.stem(), all, below, [&](const Side& side) {
        const nn::AnalogyScore total =
            nn::total_of(nn::score_analogies(side.space, side.keys, sections));
        return static_cast<double>(total.right_by_adding) /
               static_cast<double>(std::max<std::size_t>(total.covered, 1));
    });
}

}  // namespace

nn::TokenCorpus text() {
    if (!std::filesystem::exists(text_file)) write_text();
    nn::Options options;
    options.corpus = text_file;
    return nn::read_token_corpus(options, 5.0);
}

void keep_ours(const nn::Vocabulary& vocabulary, const arma::fmat& vectors) {
    nn::WordVectors kept{{}, vectors};
    for (nn::Token token = 0; token < vocabulary.size(); ++token)
        kept.words.push_back(vocabulary.word(token));
    nn::save_vectors("ours.bin", kept);
}

int show_scores(bool is_bound) try {
    std::printf(
        "How good the vectors are%s\n",
        is_bound ? ": ours may be 0.02 below gensim's, 0.01 in analogies" : "");
    const double below = is_bound ? 0.02 : 1.0;
    const std::vector<Side> all = sides();
    bool is_enough = show_synonyms(all, below);
    for (const std::string& file : files_named("NN_SIMILARITY"))
        is_enough &= show_similarity(file, all, below);
    for (const std::string& file : files_named("NN_ANALOGIES"))
        is_enough &= show_analogies(file, all, below / 2);
    return is_enough ? 0 : 1;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}

}  // namespace race
