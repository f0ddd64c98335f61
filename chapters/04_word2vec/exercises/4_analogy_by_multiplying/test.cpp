#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::show;
using Vector = std::vector<double>;

struct Question {
    std::string name;
    std::vector<Vector> words;
    std::size_t a, b, c;
};

Vector vector_of(std::size_t seed, std::size_t dimension) {
    Vector v;
    for (std::size_t i = 0; i < dimension; ++i)
        v.push_back(
            std::sin(static_cast<double>(seed * 37 + i * i * 11 + i * 5 + 3)));
    const double length = 0.2 + static_cast<double>(seed * 7 % 11);
    for (double& x : v) x *= length;
    return v;
}

std::vector<Question> questions() {
    std::vector<Question> all = {
        // The words 3 and 4 have the cosines of the statement with a, b and c.
        {"the two words of the statement",
         {{1, 0, 0, 0},
          {0, 1, 0, 0},
          {0, 0, 1, 0},
          {0, 0.9, 0, std::sqrt(0.19)},
          {0, 0.4, 0.4, std::sqrt(0.68)}},
         0,
         1,
         2},
        {"a word in the direction opposite to a",
         {{1, 0.1, 0}, {0, 1, 0}, {0, 0, 1}, {-1, -0.1, 0}, {0.2, 0.5, 0.5}},
         0,
         1,
         2},
        {"two words with equal scores",
         {{1, 0}, {0, 1}, {1, 1}, {-1, 2}, {-2, 4}, {0.5, 0}},
         0,
         1,
         2},
    };
    for (std::size_t k = 0; k < 12; ++k) {
        Question q{
            "random words, question " + show(k), {}, k % 7, 3 + k % 5, 9 + k % 3};
        for (std::size_t word = 0; word < 30; ++word)
            q.words.push_back(vector_of(word + 100 * k, 3 + k % 4));
        all.push_back(q);
    }
    return all;
}

// The answer, and what people make of it.
struct Slip {
    bool adds = false;
    bool moves = true;
    bool lengths = true;
    bool leaves_out = true;
    bool leaves_out_c_alone = false;
    bool last_of_equals = false;
    std::size_t above[2] = {1, 2}, below = 0;  // which of a, b, c
};

double dot(const Vector& x, const Vector& y) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
    return sum;
}

double likeness(const Vector& x, const Vector& y, const Slip& slip) {
    const double cosine =
        dot(x, y) / (slip.lengths ? std::sqrt(dot(x, x) * dot(y, y)) : 1.0);
    return slip.moves && !slip.adds ? (1.0 + cosine) / 2.0 : cosine;
}

double score_of(const Question& q, std::size_t word, const Slip& slip) {
    const std::size_t abc[3] = {q.a, q.b, q.c};
    const auto with = [&](std::size_t which) {
        return likeness(q.words[word], q.words[abc[which]], slip);
    };
    const double one = with(slip.above[0]), other = with(slip.above[1]);
    const double below = with(slip.below);
    return slip.adds ? one + other - below : one * other / (below + 0.001);
}

std::size_t answer(const Question& q, const Slip& slip) {
    std::size_t best = q.words.size();
    double best_score = -1e300;
    for (std::size_t x = 0; x < q.words.size(); ++x) {
        const bool asked =
            x == q.c || (!slip.leaves_out_c_alone && (x == q.a || x == q.b));
        if (slip.leaves_out && asked) continue;
        const double score = score_of(q, x, slip);
        if (score > best_score || (slip.last_of_equals && score == best_score)) {
            best = x;
            best_score = score;
        }
    }
    return best;
}

std::vector<diagnosis::Mistake<Question, std::size_t>> mistakes() {
    std::vector<diagnosis::Mistake<Question, std::size_t>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Question& q) { return answer(q, slip); }});
    };
    mistake("the cosines are added up, and here they are to be multiplied",
            {.adds = true});
    mistake("the words of the question are among the answers: leave out all three",
            {.leaves_out = false});
    mistake("two words of the question are among the answers: leave out all three",
            {.leaves_out_c_alone = true});
    mistake("the vectors have their lengths still: divide the dot product by both",
            {.lengths = false});
    mistake(
        "the cosines are not moved to [0, 1]: two negative ones make a good score",
        {.moves = false});
    mistake("b stands below the line: it is a that the answer is to be far from",
            {.above = {0, 2}, .below = 1});
    mistake("c stands below the line: it is a that the answer is to be far from",
            {.above = {0, 1}, .below = 2});
    mistake("of equal scores the last word is taken: the first one stays",
            {.last_of_equals = true});
    return all;
}

}  // namespace

TEST_CASE("The answer to an analogy") {
    diagnosis::check<Question, std::size_t>(
        {.inputs = questions(),
         .describe =
             [](const Question& q) {
                 return q.name + ", a = " + show(q.a) + ", b = " + show(q.b) +
                        ", c = " + show(q.c);
             },
         .right = [](const Question& q) { return answer(q, {}); },
         .yours =
             [](const Question& q) {
                 return nn::exercise::answer_by_multiplying(q.words, q.a, q.b, q.c);
             },
         .mistakes = mistakes()});
}
