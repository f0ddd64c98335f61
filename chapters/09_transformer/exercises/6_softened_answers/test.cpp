#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::show;

struct Task {
    std::string name;
    Column scores;
    std::size_t right;
    double smoothing;
};

Task random_task(std::size_t classes, std::size_t right, double smoothing,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    return {show(classes) + " classes, smoothing " + show(Close{smoothing}),
            diagnosis::normals(classes, rng), right, smoothing};
}

std::vector<Task> tasks() {
    return {
        {"the scores 0 and 0, smoothing 0.2", {0, 0}, 0, 0.2},
        {"the scores ln 9 and 0, smoothing 0.2", {std::log(9.0), 0}, 0, 0.2},
        random_task(5, 3, 0.1, 1),
        random_task(8, 0, 0.25, 2),
        random_task(4, 2, 0.0, 3),
        {"the scores 1000, 0 and -1000, smoothing 0.3", {1000, 0, -1000}, 1, 0.3}};
}

// A loss and its slopes, and what people make of them.
struct Slip {
    enum Answers {
        softened,
        hard,
        over_others,
        less_alone,
        all_alike
    } answers = softened;
    enum Slopes { of_answers, hard_slopes, upside_down, alone } slopes = of_answers;
    bool stable = true;
    bool hard_loss = false;
    bool bits = false;
    bool minus = true;
};

Column answers_of(const Task& task, Slip::Answers kind) {
    const double n = double(task.scores.size()), s = task.smoothing;
    double each = s / n, more = 1.0 - s;
    if (kind == Slip::hard) each = 0.0, more = 1.0;
    if (kind == Slip::over_others) each = s / (n - 1), more = 1.0 - s - each;
    if (kind == Slip::less_alone) each = s / n, more = 1.0 - s - each;
    if (kind == Slip::all_alike) each = s, more = 1.0 - s;
    Column answers(task.scores.size(), each);
    answers[task.right] += more;
    return answers;
}

Column log_softmax(const Column& scores, bool stable) {
    const double largest =
        stable ? *std::max_element(scores.begin(), scores.end()) : 0.0;
    double sum = 0.0;
    for (const double score : scores) sum += std::exp(score - largest);
    Column logs;
    for (const double score : scores)
        logs.push_back(stable ? score - largest - std::log(sum)
                              : std::log(std::exp(score) / sum));
    return logs;
}

double slope_of(double p, double answer, double hard, const Slip& slip) {
    switch (slip.slopes) {
        case Slip::hard_slopes:
            return p - hard;
        case Slip::upside_down:
            return answer - p;
        case Slip::alone:
            return p;
        default:
            return p - answer;
    }
}

// The loss, then the slopes.
std::vector<Close> with(const Task& task, const Slip& slip) {
    const Column logs = log_softmax(task.scores, slip.stable);
    const Column soft = answers_of(task, slip.answers);
    const Column hard = answers_of(task, Slip::hard);
    Column row{0.0};
    for (std::size_t k = 0; k < logs.size(); ++k) {
        row[0] -= (slip.hard_loss ? hard : soft)[k] * logs[k];
        row.push_back(slope_of(std::exp(logs[k]), soft[k], hard[k], slip));
    }
    if (slip.hard_loss) row[0] = -logs[task.right];
    if (slip.bits) row[0] /= std::log(2.0);
    if (!slip.minus) row[0] = -row[0];
    return diagnosis::rounded(row);
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) { return with(task, slip); }});
    };
    mistake("nothing is softened: a share s of the answer goes to all classes",
            {.answers = Slip::hard});
    mistake(
        "the share is spread over the wrong classes alone: the right one has s / n "
        "too",
        {.answers = Slip::over_others});
    mistake("the answers do not sum to 1: the right class has 1 − s + s / n",
            {.answers = Slip::less_alone});
    mistake("each class gets the whole share: it gets s / n",
            {.answers = Slip::all_alike});
    mistake(
        "the slopes are those of hard answers: they are p less the softened ones",
        {.slopes = Slip::hard_slopes});
    mistake("the loss is that of hard answers: all classes have a share in it",
            {.hard_loss = true});
    mistake("the slopes have the wrong sign: they are p less the answers",
            {.slopes = Slip::upside_down});
    mistake("the slopes are the probabilities: the answers are taken off",
            {.slopes = Slip::alone});
    mistake(
        "large scores overflow: ln p is the score less the largest, less the "
        "logarithm of the sum",
        {.stable = false});
    mistake("the loss is in bits: take the natural logarithm", {.bits = true});
    mistake("the loss is negative: it is minus the sum", {.minus = false});
    return all;
}

}  // namespace

TEST_CASE("The loss, then its slopes") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return with(task, {}); },
         .yours =
             [](const Task& task) {
                 const nn::exercise::Paid paid = nn::exercise::smoothed_loss(
                     task.scores, task.right, task.smoothing);
                 return diagnosis::rounded(
                     diagnosis::joined({{paid.loss}, paid.slopes}));
             },
         .mistakes = mistakes()});
}
