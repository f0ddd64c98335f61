// mistake: the last line is in every sample
#include "contract.hpp"

namespace nn::exercise {

std::vector<std::string> reservoir_sample(std::size_t k, const NextLine& next_line,
                                          const Interval& interval) {
    std::vector<std::string> sample;
    std::uint64_t before = 0;  // how many lines came before this one
    for (auto line = next_line(); line; line = next_line(), ++before) {
        if (before < k) {
            sample.push_back(*line);
            continue;
        }
        sample[interval(k - 1)] = *line;
    }
    return sample;
}

}  // namespace nn::exercise
