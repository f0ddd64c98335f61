#include <cmath>

#include "contract.hpp"
#include "exercises/layer.hpp"
#include "exercises/slopes.hpp"
#include "nn/elman_cell.hpp"
#include "nn/gru_cell.hpp"
#include "nn/lstm_cell.hpp"

namespace {

using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::Layer;
using diagnosis::Real50;

// The three cells, in the type that is asked for.
template <class T>
const nn::RecurrentCell<T>& cell_called(const std::string& name) {
    static const nn::ElmanCell<T> elman;
    static const nn::GruCell<T> gru;
    static const nn::LstmCell<T> lstm;
    if (name == "Elman") return elman;
    if (name == "GRU") return gru;
    return lstm;
}

struct Task {
    std::string cell;
    Layer layer;
    std::size_t chunk;
};

Task random_task(const std::string& cell, std::size_t steps, std::size_t chunk,
                 std::uint32_t seed) {
    return {cell,
            diagnosis::random_layer(cell_called<double>(cell), 2, 3, steps, seed),
            chunk};
}

std::vector<Task> tasks() {
    const Layer by_hand{
        "inputs: 1, units: 1, steps: 2", 1,   1,  1,         {1, 1, 0},
        {{std::atanh(0.5)}, {-0.5}},     {0}, {}, {{0}, {1}}};
    return {{"Elman", by_hand, 1},         {"Elman", by_hand, 2},
            random_task("Elman", 6, 2, 1), random_task("GRU", 7, 3, 2),
            random_task("LSTM", 6, 3, 3),  random_task("LSTM", 5, 2, 4),
            random_task("LSTM", 3, 10, 5)};
}

std::string describe(const Task& task) {
    return task.cell + ", " + task.layer.name + ", in chunks of " +
           diagnosis::show(task.chunk);
}

// Where a chunk begins, how long it is, and the states that it begins with.
struct Chunk {
    std::size_t first, length;
    Column hidden, cell;
};

template <class T>
nn::Unrolled<T> read(const Task& task, const Chunk& chunk,
                     std::span<const T> weights) {
    nn::Unrolled<T> unrolled(cell_called<T>(task.cell),
                             diagnosis::weights_of(weights, task.layer));
    const std::vector<T> h(chunk.hidden.begin(), chunk.hidden.end()),
        c(chunk.cell.begin(), chunk.cell.end());
    unrolled.start(h, c);
    for (std::size_t t = chunk.first; t < chunk.first + chunk.length; ++t) {
        const Column& x = task.layer.x[t];
        unrolled.read(std::vector<T>(x.begin(), x.end()));
    }
    return unrolled;
}

// Truncation, and what people make of it.
struct Slip {
    bool state = true;       // carried over the border
    bool cell_state = true;  // carried as well
    bool early = false;      // the state before the last one is carried
    bool truncated = true;
    bool added = true;  // and not the last chunk alone
    bool short_chunk = true;
    bool first_outside = false;  // the slopes of the first chunk for all
    bool mean = false;
};

Column zeros_like(const Column& column) {
    return Column(column.size(), 0.0);
}

Column copied(std::span<const double> numbers) {
    return {numbers.begin(), numbers.end()};
}

// The chunk behind this one.
Chunk next_of(const Chunk& chunk, const Task& task, const Slip& slip) {
    const auto before = read<double>(task, chunk, task.layer.weights);
    const std::size_t end = chunk.first + chunk.length;
    const std::size_t carried = chunk.length - (slip.early ? 1 : 0);
    Chunk next{end, std::min(chunk.length, task.layer.x.size() - end),
               copied(before.hidden(carried)), copied(before.cell_state(carried))};
    if (!slip.state) next.hidden = zeros_like(next.hidden);
    if (!slip.state || !slip.cell_state) next.cell = zeros_like(next.cell);
    return next;
}

std::vector<Chunk> chunks_of(const Task& task, const Slip& slip) {
    const std::size_t steps = task.layer.x.size();
    const std::size_t length = slip.truncated ? std::min(task.chunk, steps) : steps;
    std::vector<Chunk> chunks{
        {0, length, zeros_like(task.layer.h0), zeros_like(task.layer.c0)}};
    while (chunks.back().first + length < steps)
        chunks.push_back(next_of(chunks.back(), task, slip));
    if (!slip.short_chunk && chunks.back().length < task.chunk) chunks.pop_back();
    return chunks;
}

Column slopes_of(const Task& task, const Slip& slip) {
    Column gradient = zeros_like(task.layer.weights);
    const auto chunks = chunks_of(task, slip);
    for (const Chunk& chunk : chunks) {
        if (!slip.added) gradient = zeros_like(gradient);
        auto unrolled = read<double>(task, chunk, task.layer.weights);
        const std::size_t first = slip.first_outside ? 0 : chunk.first;
        unrolled.back(
            std::span(task.layer.outside).subspan(first, chunk.length),
            diagnosis::weights_of(std::span<double>(gradient), task.layer));
    }
    if (slip.mean)
        for (double& slope : gradient) slope /= static_cast<double>(chunks.size());
    return gradient;
}

// The loss, where what crosses a border does not move with the weights.
Real50 loss_of(const Task& task, std::span<const Real50> weights) {
    Real50 loss;
    for (const Chunk& chunk : chunks_of(task, {}))
        loss += diagnosis::loss_of(read<Real50>(task, chunk, weights),
                                   task.layer.outside, chunk.first);
    return loss;
}

std::vector<diagnosis::Mistake<Task, Column>> mistakes() {
    std::vector<diagnosis::Mistake<Task, Column>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return slopes_of(task, slip); }});
    };
    mistake(
        "the states do not cross the border: a chunk begins where one has ended",
        {.state = false});
    mistake("the cell state does not cross the border: it is carried beside h",
            {.cell_state = false});
    mistake("the state before the last one is carried: go on from the last",
            {.early = true});
    mistake("the slopes cross the border: within a chunk they end at its beginning",
            {.truncated = false});
    mistake("the last chunk alone: the slopes of all chunks add up",
            {.added = false});
    mistake("the short chunk at the end is left out: its slopes belong to the sum",
            {.short_chunk = false});
    mistake("all chunks have the slopes of the first: each has its part of outside",
            {.first_outside = true});
    mistake("the mean over the chunks: their slopes add up", {.mean = true});
    return all;
}

}  // namespace

TEST_CASE("The slopes of a sequence in chunks") {
    diagnosis::check<Task>(
        {.tasks = tasks(),
         .describe = describe,
         .parameters = [](const Task& task) { return task.layer.weights; },
         .name_of =
             [](const Task& task, std::size_t place) {
                 return diagnosis::name_of_weight(
                     place, task.layer.sums, task.layer.inputs, task.layer.hidden);
             },
         .loss = loss_of,
         .yours =
             [](const Task& task) {
                 return nn::exercise::truncated_gradient(
                     cell_called<double>(task.cell),
                     diagnosis::weights_of(task.layer),
                     {task.layer.x, task.layer.outside}, task.chunk);
             },
         .mistakes = mistakes()});
}
