#include "nn/io/vector_program.hpp"

#include <filesystem>
#include <optional>
#include <utility>

#include "nn/io/explore.hpp"
#include "nn/io/file_option.hpp"
#include "nn/io/typed_lines.hpp"
#include "nn/io/vector_file.hpp"
#include "nn/io/word_test_file.hpp"

namespace nn {

namespace {

// [snip:vector-options]
void add_vector_options(CLI::App& app, VectorOptions& options) {
    add_name_option(
        app, "--similarity", options.similarity,
        "test: two words and a score a line, tab or spaces between; may "
        "be given again (default: none)");
    add_name_option(app, "--analogies", options.analogies,
                    "test: questions of four words a line, ': name' before each "
                    "section; may be given again (default: none)");
    add_name_option(app, "--load", options.load,
                    "vectors to test and explore instead of training: .vec or .bin "
                    "(word2vec), .txt (GloVe) (default: train)")
        ->excludes(app.get_option("--corpus"));
    add_name_option(app, "--save", options.save,
                    "keep the vectors in this file: .vec, .bin or .txt (default: "
                    "not kept)");
}
// [snip:vector-options]

// [snip:tests-read]
std::string short_name(const std::string& path) {
    return std::filesystem::path(path).filename();
}

/// \brief The tests that the options name, each under its file's name.
struct VectorTests {
    std::vector<std::pair<std::string, std::vector<WordPair>>> similarity;
    std::vector<std::pair<std::string, std::vector<AnalogySection>>> analogies;
};

VectorTests read_tests(const VectorOptions& options) {
    VectorTests tests;
    for (const std::string& path : options.similarity)
        tests.similarity.emplace_back(short_name(path), read_similarity_test(path));
    for (const std::string& path : options.analogies)
        tests.analogies.emplace_back(short_name(path), read_analogy_test(path));
    return tests;
}
// [snip:tests-read]

// [snip:similarity-shown]
void show_similarity(const VectorTests& tests, const WordSpace& space,
                     const std::vector<std::string>& keys, Report& report) {
    report.section("similarity", "People's similarities and the cosines");
    for (const auto& [name, pairs] : tests.similarity) {
        const SimilarityScore score = score_similarity(space, keys, pairs);
        report.print("%s: %zu pairs covered of %zu, ", name.c_str(), score.covered,
                     score.given);
        if (score.spearman)
            report.print("Spearman's correlation %.4f\n", *score.spearman);
        else
            report.print("too few for a correlation\n");
    }
}
// [snip:similarity-shown]

// [snip:analogies-shown]
void show_analogy_score(const AnalogyScore& score, Report& report) {
    report.print("%-30s %6zu of %6zu", score.section.c_str(), score.covered,
                 score.given);
    for (const std::size_t right :
         {score.right_by_adding, score.right_by_multiplying})
        if (score.covered > 0)
            report.print("  %5.1f %%", 100.0 * static_cast<double>(right) /
                                           static_cast<double>(score.covered));
    report.print("\n");
}

void show_analogies(const VectorTests& tests, const WordSpace& space,
                    const std::vector<std::string>& keys, Report& report) {
    report.section("analogies", "Analogies: questions with known words, and right");
    for (const auto& [name, sections] : tests.analogies) {
        report.print("%-30s %16s  %7s  %7s\n", name.c_str(), "covered", "3CosAdd",
                     "3CosMul");
        const std::vector<AnalogyScore> scores =
            score_analogies(space, keys, sections);
        for (const AnalogyScore& score : scores) show_analogy_score(score, report);
        show_analogy_score(total_of(scores), report);
    }
}
// [snip:analogies-shown]

// [snip:loaded-shown]
/// \brief Three neighbours of some words, neither the most common nor the rarest.
void show_loaded(const std::string& path, const WordSpace& space, Report& report) {
    const std::size_t n = space.words().size();
    report.section("loaded", "Vectors from a file");
    report.print("%s: %zu words, %zu numbers each\n", short_name(path).c_str(), n,
                 static_cast<std::size_t>(space.directions().n_rows));
    std::size_t place = n / 8;
    for (int i = 0; i < 5; ++i, place /= 2) {
        report.print("%-16s", space.words()[place].c_str());
        for (const Neighbour& near : space.neighbours(space.words()[place], 3))
            report.print("  %s %.4f", near.word.c_str(), near.score);
        report.print("\n");
        if (place == 0) return;
    }
}
// [snip:loaded-shown]

// [snip:vectors-finished]
/// \brief Saves and tests the vectors; returns them as they are explored.
WordSpace finish_vectors(const VectorOptions& options, const VectorTests& tests,
                         WordVectors vectors, Report& report) {
    if (!options.save.empty()) save_vectors(options.save, vectors);
    WordSpace space(std::move(vectors));
    if (!options.load.empty()) show_loaded(options.load, space, report);
    const std::vector<std::string> keys = folded_words(space.words());
    if (!tests.similarity.empty()) show_similarity(tests, space, keys, report);
    if (!tests.analogies.empty()) show_analogies(tests, space, keys, report);
    return space;
}
// [snip:vectors-finished]

}  // namespace

// [snip:run-vector-program]
int run_vector_program(int argc, char** argv, const VectorProgram& program) {
    VectorOptions asked;
    std::optional<WordSpace> space;
    const auto run = [&](const Options& options, Report& report) {
        const VectorTests tests = read_tests(asked);
        if (!asked.save.empty()) require_vector_file_name(asked.save);
        WordVectors vectors = asked.load.empty() ? program.run(options, report)
                                                 : load_vectors(asked.load);
        space = finish_vectors(asked, tests, std::move(vectors), report);
    };
    return run_program(
        argc, argv,
        {.name = program.name,
         .summary = program.summary,
         .run = run,
         .default_text = program.default_text,
         .add_options = [&](CLI::App& app) { add_vector_options(app, asked); },
         .afterwards =
             [&] {
                 if (person_may_type()) explore(*space);
             }});
}
// [snip:run-vector-program]

}  // namespace nn
