/// Word vectors, their files and their examinations, against the gensim and the
/// fastText that are installed.
#include <cstdlib>
#include <iostream>
#include <set>
#include <sstream>

#include "nn/io/vector_file.hpp"
#include "nn/io/word_test_file.hpp"
#include "nn/rng.hpp"
#include "support/capture.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace {

using Words = std::vector<std::string>;
using Lines = std::vector<Words>;

/// Pairs "a17", "b17" that differ by much the same in all pairs; some words come in
/// two cases, and some are not ASCII.
nn::WordVectors paired_vectors() {
    nn::Rng rng(12);
    nn::WordVectors made{{}, arma::fmat(12, 603)};
    for (float& x : made.vectors) x = static_cast<float>(rng.normal());
    for (arma::uword i = 0; i < 300; ++i) {
        const arma::uword a = 2 * i, b = a + 1;
        made.words.push_back((i % 5 == 0 ? "A" : "a") + std::to_string(i));
        made.words.push_back("b" + std::to_string(i));
        made.vectors.col(b) *= 0.6F;
        made.vectors.col(b) += made.vectors.col(a);
        made.vectors(0, b) += 2;
    }
    for (const char* word : {"a5", "слово", "ÉTÉ"}) made.words.push_back(word);
    return made;
}

/// Questions that a file can hold, some with words that nobody knows.
void write_tests(const scratch::Folder& folder) {
    nn::Rng rng(13);
    const auto number = [&] { return std::to_string(rng.interval(310)); };
    std::string pairs = "# people\n", questions;
    for (int i = 0; i < 300; ++i)
        pairs += "a" + number() + "\tB" + number() + "\t" +
                 std::to_string(rng.interval(20)) + "\n";
    pairs += "слово\tété\t3.5\n";
    for (const std::string section : {"first", "second"}) {
        questions += ": " + section + "\n";
        for (int i = 0; i < 250; ++i) {
            const std::string one = number(), other = number();
            questions +=
                "a" + one + " b" + one + " A" + other + " b" + other + "\n";
        }
    }
    folder.file("pairs", pairs);
    folder.file("questions", questions);
}

/// The lines that begin with a word, without it, in fields.
Lines lines_with(const std::string& text, const std::string& first) {
    Lines lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields(line);
        std::string field;
        fields >> field;
        if (field != first) continue;
        lines.emplace_back();
        while (fields >> field) lines.back().push_back(field);
    }
    return lines;
}

double number_of(const std::string& field) {
    return std::strtod(field.c_str(), nullptr);
}

/// Whether a line "form words…" or "form numbers…" is what we saved.
void check_loaded_by_gensim(const std::string& answer,
                            const nn::WordVectors& ours) {
    const Lines words = lines_with(answer, "words"),
                numbers = lines_with(answer, "numbers");
    REQUIRE(words.size() == 3);
    REQUIRE(numbers.size() == 3);
    for (std::size_t form = 0; form < 3; ++form) {
        INFO(words[form][0]);
        CHECK(Words(words[form].begin() + 1, words[form].end()) == ours.words);
        REQUIRE(numbers[form].size() == 1 + ours.vectors.n_elem);
        std::size_t different = 0;
        for (arma::uword i = 0; i < ours.vectors.n_elem; ++i)
            different += number_of(numbers[form][i + 1]) != ours.vectors[i];
        CHECK(different == 0);
    }
}

void check_neighbours(const std::string& answer, const nn::WordSpace& space) {
    const Lines lines = lines_with(answer, "near");
    REQUIRE(lines.size() == 17 * 10);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const nn::Neighbour ours = space.neighbours(lines[i][0], 10)[i % 10];
        CHECK(ours.word == lines[i][1]);
        CHECK(std::abs(ours.score - number_of(lines[i][2])) <= 1e-6);
    }
}

void check_examinations(const std::string& answer, const scratch::Folder& folder,
                        const nn::WordSpace& space) {
    const Words keys = nn::folded_words(space.words());
    const auto similarity = nn::score_similarity(
        space, keys, nn::read_similarity_test(folder / "pairs"));
    const Words theirs = lines_with(answer, "pairs").at(0);
    CHECK(std::abs(*similarity.spearman - number_of(theirs[0])) <= 1e-6);
    const double left_out =
        static_cast<double>(similarity.given - similarity.covered);
    CHECK(100.0 * left_out / static_cast<double>(similarity.given) ==
          Approx(number_of(theirs[1])));
    CHECK(similarity.covered > 200);
    CHECK(similarity.covered < similarity.given);
    const auto scores = nn::score_analogies(
        space, keys, nn::read_analogy_test(folder / "questions"));
    const Lines sections = lines_with(answer, "section");
    REQUIRE(sections.size() == scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        CHECK(scores[i].section == sections[i][0]);
        CHECK(std::to_string(scores[i].covered) == sections[i][1]);
        CHECK(std::to_string(scores[i].right_by_adding) == sections[i][2]);
        CHECK(scores[i].covered < scores[i].given);
        CHECK(scores[i].right_by_adding > 20);
        CHECK(scores[i].right_by_adding < scores[i].covered - 20);
    }
}

void check_same(const nn::WordVectors& one, const nn::WordVectors& two) {
    CHECK(one.words == two.words);
    REQUIRE(arma::size(one.vectors) == arma::size(two.vectors));
    CHECK(arma::accu(one.vectors != two.vectors) == 0);
}

}  // namespace

TEST_CASE(
    "gensim reads our files, we read its files, and we agree on what they hold",
    "[gensim]") {
    if (std::system(NN_PYTHON " -c 'import gensim' >/dev/null 2>&1") != 0) {
        std::cout << "skipped: python3-gensim not installed\n";
        return;
    }
    const scratch::Folder folder;
    const nn::WordVectors ours = paired_vectors();
    for (const std::string end : {"bin", "vec", "txt"})
        nn::save_vectors(folder / "ours." + end, ours);
    write_tests(folder);
    const capture::Run run =
        capture::run({.arguments = {NN_PYTHON, NN_PEER, folder.path()}});
    INFO(run.err);
    REQUIRE(run.status == 0);
    check_loaded_by_gensim(run.out, ours);
    check_same(nn::load_vectors(folder / "theirs.bin"), ours);
    check_same(nn::load_vectors(folder / "theirs.vec"), ours);
    const nn::WordSpace space(ours);
    check_neighbours(run.out, space);
    check_examinations(run.out, folder, space);
}

TEST_CASE("we read the vectors of fastText", "[fasttext]") {
    if (std::system("command -v fasttext >/dev/null 2>&1") != 0) {
        std::cout << "skipped: fasttext not installed\n";
        return;
    }
    const scratch::Folder folder;
    std::string text;
    for (int i = 0; i < 500; ++i)
        text += "word" + std::to_string(i * i % 37) + " слово" +
                std::to_string(i % 7) + "\n";
    const std::string quiet = " >/dev/null 2>&1";
    REQUIRE(
        std::system(("fasttext skipgram -input " + folder.file("text", text) +
                     " -output " + (folder / "v") +
                     " -dim 10 -minCount 1 -epoch 1 -thread 1 -bucket 1000" + quiet)
                        .c_str()) == 0);
    const nn::WordVectors loaded = nn::load_vectors(folder / "v.vec");
    CHECK(loaded.vectors.n_rows == 10);
    std::string asked;
    for (const std::string& word : loaded.words) asked += word + "\n";
    REQUIRE(
        std::system(("fasttext print-word-vectors " + (folder / "v.bin") + " <" +
                     folder.file("asked", asked) + " >" + (folder / "told.txt"))
                        .c_str()) == 0);
    check_same(nn::load_vectors(folder / "told.txt"), loaded);
    const std::set<std::string> words(loaded.words.begin(), loaded.words.end());
    for (const char* word : {"word0", "word36", "слово6", "</s>"})
        CHECK(words.count(word) == 1);
}
