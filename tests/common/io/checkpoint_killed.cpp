/// A program that is killed while it saves leaves a whole checkpoint.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "nn/io/checkpoint.hpp"
#include "nn/rng.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace {

constexpr arma::uword numbers = 300'000;

/// The state after a step: every number is the step's.
nn::Checkpoint state_after(std::uint64_t step) {
    arma::fmat matrix(numbers / 100, 100);
    matrix.fill(static_cast<float>(step));
    return {{{"hidden", "100"}}, step, {{"W_h", std::move(matrix)}}};
}

void save(const std::string& path, std::uint64_t step) {
    nn::save_checkpoint(path, "test", state_after(step), "");
}

/// Lets a child save the states after `step`, one after the other, and kills it.
void killed_while_saving(const std::string& path, std::uint64_t step,
                         useconds_t after) {
    const pid_t child = fork();
    if (child == 0) {
        alarm(60);  // should the parent be gone
        for (;;) save(path, ++step);
    }
    usleep(after);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("a kill at any moment leaves the last good checkpoint", "[checkpoint]") {
    const scratch::Folder folder;
    const std::string path = folder / "c.safetensors";
    nn::Rng rng(20);
    std::uint64_t step = 0;
    save(path, step);
    int torn = 0;  // kills that met a half-written file
    for (int kills = 0; kills < 20 || torn == 0; ++kills) {
        REQUIRE(kills < 1000);
        killed_while_saving(path, step,
                            static_cast<useconds_t>(rng.integer(0, 40'000)));
        torn += std::filesystem::exists(path + ".unfinished");
        const nn::Checkpoint left = nn::load_checkpoint(path, "test");
        CHECK(left.step >= step);
        CHECK(arma::all(arma::vectorise(left.tensors[0].matrix) ==
                        static_cast<float>(left.step)));
        step = left.step;
    }
    CHECK(step > 0);
    save(path, step + 1);  // what the kills left is in nobody's way
    CHECK(folder.contents().size() == 1);
}
