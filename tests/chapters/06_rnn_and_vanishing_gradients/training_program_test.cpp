/// The training of chapter 6's characters as a program: stopped, killed, gone on
/// with; and what it refuses.
#include <filesystem>

#include "nn/io/checkpoint.hpp"
#include "nn/rng.hpp"
#include "support/program_run.hpp"
#include "support/ruled_text.hpp"
#include "support/signalled.hpp"

using capture::complaint;
using capture::ProgramRun;
using capture::with;
using ruled_text::small_text;

namespace {

using Arguments = std::vector<std::string>;

/// Training a small model on a text.
Arguments small(const std::string& text, const Arguments& arguments) {
    return with(arguments,
                {{"--corpus", text}, {"--hidden", "16"}, {"--threads", "1"}});
}

/// What is said about training with these arguments on the small text.
std::string refusal(const Arguments& more) {
    const scratch::Folder folder;
    return complaint(small(folder.file("text", small_text()), more));
}

/// A saved training of 24 steps, and what is said of going on with it.
class Saved {
public:
    Saved() {
        ProgramRun(small(text_, {"--epochs", "2", "--save", path_}));
        bytes_ = scratch::bytes_of(path_);
    }

    const std::string& bytes() const { return bytes_; }
    const std::string& path() const { return path_; }

    std::string refusal(const Arguments& more) const {
        return refusal_on(text_, more);
    }

    std::string refusal_on(const std::string& text, const Arguments& more) const {
        const std::string before = scratch::bytes_of(path_);
        const std::string said = complaint(small(
            text,
            with(more,
                 {{"--epochs", "4"}, {"--resume", path_}, {"--save", path_}})));
        CHECK(scratch::bytes_of(path_) == before);
        REQUIRE(said.starts_with(path_ + ": "));
        return said.substr(path_.size() + 2);
    }

    std::string refusal_of(const std::string& bytes) const {
        folder_.file("state", bytes);
        return refusal({});
    }

    std::string other_text(const std::string& text) const {
        return folder_.file("text", text);
    }

private:
    scratch::Folder folder_;
    std::string text_ = folder_.file("text", small_text());
    std::string path_ = folder_ / "state";
    std::string bytes_;
};

std::string last_line(const std::string& text, const std::string& with) {
    const std::size_t found = text.rfind(with);
    REQUIRE(found != text.npos);
    const std::size_t begin = text.rfind('\n', found) + 1;
    return text.substr(begin, text.find('\n', found) - begin);
}

}  // namespace

TEST_CASE("a training that was stopped goes on to the same bytes", "[resume]") {
    const scratch::Folder folder;
    const std::string text = folder.file("text", small_text());
    for (const std::string cell : {"elman", "gru", "lstm"})
        for (const std::string layers : {"1", "2"}) {
            INFO(cell << ", layers: " << layers);
            const Arguments model{"--cell", cell, "--layers", layers};
            const auto run = [&](const Arguments& more) {
                Arguments all = small(text, more);
                all.insert(all.end(), model.begin(), model.end());
                return ProgramRun(all).output();
            };
            const std::string whole =
                run({"--epochs", "5", "--save", folder / "whole"});
            // in the middle of a text, and of the chunks until an empty state
            run({"--epochs", "2.4", "--save", folder / "part"});
            const std::string rest =
                run({"--epochs", "5", "--threads", "2", "--resume", folder / "part",
                     "--save", folder / "part"});
            CHECK(scratch::bytes_of(folder / "part") ==
                  scratch::bytes_of(folder / "whole"));
            CHECK(last_line(rest, " bits") == last_line(whole, " bits"));
        }
}

TEST_CASE("a kill at any moment leaves a training that goes on", "[resume]") {
    const scratch::Folder folder;
    const std::string text = folder.file("text", small_text());
    const std::string path = folder / "state";
    nn::Rng rng(6);
    std::uint64_t step = 0;
    std::uint64_t longest = 200'000;  // microseconds, enough for a save or two
    for (int kills = 0; kills < 20; ++kills) {
        Arguments arguments =
            small(text, {"--cell", "elman", "--epochs", "10000", "--save", path});
        if (step > 0) arguments.insert(arguments.end(), {"--resume", path});
        const auto after = static_cast<useconds_t>(rng.integer(0, longest));
        const int status = signalled::status_after(after, SIGKILL, arguments);
        CHECK(signalled::killed_by(status) == SIGKILL);
        if (!std::filesystem::exists(path)) {
            longest *= 2, kills = -1;  // a slow machine: not one of the twenty
            REQUIRE(longest < 60'000'000);
            continue;
        }
        const nn::Checkpoint left =
            nn::load_checkpoint(path, "ch06_rnn_and_vanishing_gradients");
        CHECK(left.step >= step);
        CHECK(left.step % 100 == 0);
        step = left.step;
    }
    REQUIRE(step > 0);
    const std::string epochs = std::to_string(static_cast<double>(step + 5) / 12);
    ProgramRun(small(text, {"--cell", "elman", "--epochs", epochs, "--resume", path,
                            "--save", path}));
    ProgramRun(small(
        text, {"--cell", "elman", "--epochs", epochs, "--save", folder / "whole"}));
    CHECK(scratch::bytes_of(path) == scratch::bytes_of(folder / "whole"));
}

TEST_CASE("a state that is not this training's is refused", "[resume]") {
    const Saved saved;
    const std::string whole = saved.bytes();
    CHECK_THAT(saved.refusal_of(whole.substr(0, whole.size() / 2)),
               oracle::mentions("cut off"));
    std::string altered = whole;
    altered[altered.size() - 5] ^= 4;
    CHECK_THAT(saved.refusal_of(altered), oracle::mentions("was altered"));
    CHECK_THAT(saved.refusal_of("In the beginning was the word."),
               oracle::mentions("is no file of weights"));
    nn::save_checkpoint(saved.path(), "ch09_transformer", {}, "");
    CHECK_THAT(saved.refusal({}),
               oracle::mentions("is a checkpoint of ch09_transformer"));
    nn::save_checkpoint(saved.path(), "ch06_rnn_and_vanishing_gradients", {}, "");
    CHECK_THAT(saved.refusal({}), oracle::mentions("its option cell is not set"));
}

TEST_CASE("a training goes on only as it began", "[resume]") {
    const Saved saved;
    CHECK(saved.refusal({"--cell", "gru"}) ==
          "its option cell is 'LSTM', here it is 'GRU'; ask for the same, or begin "
          "anew\n");
    const auto differs = [&](const Arguments& more) {
        return saved.refusal(more).starts_with("its option " + more[0].substr(2) +
                                               " is ");
    };
    CHECK(differs({"--layers", "2"}));
    CHECK(differs({"--learning-rate", "0.0100001"}));
    CHECK(differs({"--learning-rate", "1e-8"}));
    CHECK(differs({"--seed", "43"}));
    // the same name and length: another text, and another order of its parts
    CHECK(saved.refusal_on(saved.other_text(small_text(2)), {})
              .starts_with("its option text-checksum is "));
}

TEST_CASE("a training that is done is told so, with the remedy", "[resume]") {
    const Saved saved;
    const std::string said = saved.refusal({"--epochs", "2"});
    const std::string remedy = "--epochs 4\n";
    CHECK_THAT(said, oracle::mentions("steps, --epochs 2 asks for "));
    REQUIRE(said.ends_with("; ask for more: " + remedy));
    CHECK_THAT(saved.refusal({"--epochs", "0.5"}),
               oracle::mentions("--epochs 3.8\n"));
    CHECK_THAT(saved.refusal({"--quick"}), oracle::mentions("; ask for more"));
}

TEST_CASE("a text that is too short is refused with its numbers", "[program]") {
    const scratch::Folder folder;
    const auto refused = [&](const std::string& text) {
        const std::string path = folder.file("text", text);
        const std::string said = complaint({"--corpus", path});
        REQUIRE(said.starts_with(path + ": "));
        return said.substr(path.size() + 2);
    };
    const std::string remedy =
        "; both must be at least 1601, which takes some 20000 in many lines: give "
        "a "
        "longer text\n";
    CHECK(refused("a\n") ==
          "0 characters to learn from and 2 to judge by" + remedy);
    const std::string half = small_text().substr(0, 12'000);
    CHECK_THAT(refused(half), oracle::mentions(" to judge by" + remedy));
    CHECK_THAT(refused(std::string(100'000, 'a')),
               oracle::mentions(" to judge by" + remedy));
    CHECK_THAT(refused(""), oracle::mentions("no line of text"));
}

TEST_CASE("more kinds of characters than any script has", "[program]") {
    const scratch::Folder folder;
    std::string text;
    for (int c = 0x10000; c < 0x10000 + 90'000; ++c) {
        for (const int byte : {0xF0 | c >> 18, 0x80 | (c >> 12 & 0x3F),
                               0x80 | (c >> 6 & 0x3F), 0x80 | (c & 0x3F)})
            text += static_cast<char>(byte);
        if (c % 50 == 0) text += '\n';
    }
    CHECK_THAT(complaint({"--corpus", folder.file("text", text)}),
               oracle::mentions("different characters; learn from a text of 1 to "
                                "65536"));
}

TEST_CASE("a prompt with a character that training never saw", "[program]") {
    CHECK(
        refusal({"--prompt", "the sea, é"}) ==
        "--prompt: character 8, ',' (U+002C), is none of the 17 that were learned; "
        "leave it out, or learn from a text that has it\n");
    CHECK_THAT(refusal({"--prompt", "the \xE9"}),
               oracle::mentions("--prompt: byte 4 is not valid UTF-8"));
}

TEST_CASE("a model that is too large for the memory", "[program]") {
    CHECK(refusal({"--hidden", "4096", "--layers", "16"}) ==
          "--hidden 4096 --layers 16 with 17 symbols make 2080985105 numbers to "
          "learn, the bound is 20000000; ask for fewer units or layers\n");
}

TEST_CASE("numbers out of bounds", "[program]") {
    const auto says = [](const std::string& option, const std::string& value) {
        const std::string said = complaint({option, value});
        CHECK_THAT(said, oracle::mentions(", not '" + value + "'; see --help\n"));
        return said.substr(0, said.find(", not"));
    };
    for (const char* value : {"0", "1e9", "4097", "-1", "x", ""})
        CHECK(
            says("--hidden", value) ==
            "--hidden: the number of units must be a whole number from 1 to 4096");
    for (const char* value : {"0", "17"})
        CHECK(says("--layers", value) ==
              "--layers: the number of layers must be a whole number from 1 to 16");
    for (const char* value : {"-1", "0", "1e5", "nan", "two"})
        CHECK(
            says("--epochs", value) ==
            "--epochs: the number of epochs must be a number from 0.001 to 10000");
    for (const char* value : {"nan", "inf", "-1", "0", "1e31", "1e400", "1e-400",
                              "0x1p-3", "1e", ".", "-", "", " 1", "1 "})
        CHECK(says("--learning-rate", value) ==
              "--learning-rate: the learning rate must be a number from 1e-09 to "
              "1e+30");
    for (const char* value : {"foo", "2", ""})
        CHECK(says("--cell", value) ==
              "--cell: the cell must be elman, gru or lstm");
}

TEST_CASE("a loss that runs away stops the training, and the file stays",
          "[program]") {
    const Saved saved;
    const scratch::Folder folder;
    const std::string text = folder.file("text", small_text());
    for (const std::string cell : {"elman", "gru", "lstm"})
        for (const std::string rate : {"1e+30", "1e+10"}) {
            INFO(cell << ", " << rate);
            const std::string said =
                complaint(small(text, {"--cell", cell, "--learning-rate", rate,
                                       "--save", saved.path()}));
            CHECK(said.starts_with("training: after "));
            CHECK(said.ends_with(", with a learning rate of " + rate +
                                 "; try a smaller one: --learning-rate 0.01\n"));
            CHECK(scratch::bytes_of(saved.path()) == saved.bytes());
        }
    CHECK_THAT(complaint(small(text, {"--epochs", "0.01", "--learning-rate", "1e30",
                                      "--save", saved.path()})),
               oracle::mentions("after 1 steps the loss is "));
    CHECK(scratch::bytes_of(saved.path()) == saved.bytes());
}

TEST_CASE("a file that cannot be kept is refused before any work", "[program]") {
    const scratch::Folder folder;
    const std::string file = folder.file("text", small_text());
    const auto said = [&](const std::string& path) {
        return complaint(small(file, {"--epochs", "10000", "--save", path}));
    };
    CHECK(said(file + "/state") == file + ": cannot be written (" + file +
                                       " is not a folder); choose another folder: "
                                       "--save FILE\n");
    CHECK(said(folder.path()) ==
          folder.path().string() + ": is a directory; name one file in it\n");
    CHECK_THAT(said("/dev/null"), oracle::mentions("is not a regular file"));
    CHECK_THAT(said(""), oracle::mentions("the name is empty"));

    std::filesystem::create_directory(folder / "closed");
    std::filesystem::permissions(folder / "closed",
                                 std::filesystem::perms::owner_read);
    Arguments all =
        small(file, {"--epochs", "10000", "--save", folder / "closed/state"});
    all.insert(all.begin(), NN_PROGRAM);
    const capture::Run bad = capture::run({.arguments = all, .unprivileged = true});
    CHECK(bad.status == 2);
    CHECK_THAT(bad.err, oracle::mentions("closed: cannot be written ("));
}

TEST_CASE("a text whose name is not UTF-8 can be learnt, not kept", "[program]") {
    const scratch::Folder folder;
    const std::string text = folder.file("t\xE9xt", small_text());
    CHECK(complaint(small(text, {"--save", folder / "state"})) ==
          text +
              ": the text's name is not UTF-8, and --save keeps it; rename the "
              "text, or do not save\n");
    CHECK(!ProgramRun(small(text, {"--epochs", "1"})).output().empty());
}

TEST_CASE("a Russian text, and a prompt in it", "[corpus]") {
    const scratch::Folder folder;
    std::string text;
    for (int i = 0; i < 1200; ++i)
        text +=
            i % 3 == 0 ? "море и парус и ветер\n" : "дом у дороги, лес и поле\n";
    const ProgramRun run(small(folder.file("text", text),
                               {"--epochs", "10", "--prompt", "море и "}));
    CHECK_THAT(run.output(), oracle::mentions("half-way: море и "));
    CHECK(run.output().find("nan") == std::string::npos);
}

TEST_CASE("the help names every option of the characters with its default",
          "[program]") {
    const capture::Run help = capture::run({.arguments = {NN_PROGRAM, "--help"}});
    CHECK(help.status == 0);
    for (const char* option :
         {"--cell CELL", "(default: lstm)", "--hidden UINT:1...4096=128",
          "--layers UINT:1...16=1", "--epochs FLOAT:0.001...10000=",
          "--learning-rate FLOAT:1e-09...1e+30=0.01", "--prompt TEXT",
          "(default: a new line)", "--save FILE", "(default: not kept)",
          "--resume FILE", "(default: begin)", "times that it reads the text"})
        CHECK_THAT(help.out, oracle::mentions(option));
}
