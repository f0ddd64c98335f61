/// The training of chapter 9's transformer as a program: stopped, killed, gone on
/// with.
#include "nn/io/checkpoint.hpp"
#include "tiny_training.hpp"

using capture::complaint;
using capture::ProgramRun;
using ruled_text::small_text;
using tiny_training::Arguments;
using tiny_training::Kept;
using tiny_training::tiny;

namespace {

const std::string program = "ch09_transformer";

std::string last_part(const std::string& text, const std::string& from) {
    const std::size_t found = text.rfind(from);
    REQUIRE(found != text.npos);
    return text.substr(found);
}

}  // namespace

TEST_CASE("Ctrl-C keeps the training, which goes on to the same bytes",
          "[resume]") {
    for (const Arguments& more :
         {Arguments{"--steps", "3000"},
          Arguments{"--steps", "1500", "--dropout", "0.1", "--tokenizer", "bpe",
                    "--vocabulary", "300"}}) {
        const Kept kept;
        kept.stop(SIGINT, more, kept.folder / "said");
        const std::string said = scratch::bytes_of(kept.folder / "said");
        const nn::Checkpoint left = nn::load_checkpoint(kept.path, program);
        CHECK(said == "the training, after " + std::to_string(left.step) +
                          " steps, is kept; to go on, add --resume " + kept.path +
                          "\ntransformer_alone: stopped\n");
        Arguments two = more;
        two.insert(two.end(), {"--threads", "2"});
        CHECK(kept.rest(two) == kept.whole(more));
        CHECK(last_part(kept.rest_run, "end: ") ==
              last_part(kept.whole_run, "end: "));
    }
}

TEST_CASE("Ctrl-C without a file says what would have kept the training",
          "[resume]") {
    const Kept kept;
    std::string said;
    // where the training has not begun there is nothing to lose: once more, later
    for (useconds_t after = 500'000; said.size() < 50 && after < 50'000'000;
         after *= 2) {
        const int status = signalled::status_after(
            after, SIGINT, tiny(kept.text, {"--steps", "1000000"}),
            kept.folder / "said");
        CHECK(signalled::exited_with(status) == 130);
        said = scratch::bytes_of(kept.folder / "said");
    }
    CHECK_THAT(said, oracle::mentions("steps, is lost; to be able to go on, begin "
                                      "with --save FILE\n"));
    CHECK(said.ends_with("transformer_alone: stopped\n"));
}

TEST_CASE("a kill at any moment leaves a transformer that goes on", "[resume]") {
    const Kept kept;
    const Arguments long_one{"--steps", "2000"};
    kept.stop(SIGKILL, long_one, "/dev/null");
    const nn::Checkpoint left = nn::load_checkpoint(kept.path, program);
    CHECK(left.step % 100 == 0);
    CHECK(left.step > 0);
    CHECK(kept.rest(long_one) == kept.whole(long_one));
}

TEST_CASE("a state goes on only as it began", "[resume]") {
    const Kept kept;
    kept.stop(SIGKILL, {"--steps", "3000"}, "/dev/null");
    const std::string bytes = scratch::bytes_of(kept.path);
    const auto said = [&](const Arguments& more, const std::string& text) {
        const std::string one_line =
            complaint(capture::with(tiny(text, more), {{"--resume", kept.path}}));
        CHECK(scratch::bytes_of(kept.path) == bytes);
        REQUIRE(one_line.starts_with(kept.path + ": "));
        return one_line.substr(kept.path.size() + 2);
    };
    const auto differs = [&](const Arguments& more) {
        Arguments all = capture::with(more, {{"--steps", "3000"}});
        return said(all, kept.text)
            .starts_with("its option " + more[0].substr(2) + " is ");
    };
    CHECK(said({"--steps", "2000"}, kept.text) ==
          "its option steps is '3000', here it is '2000'; ask for the same, or "
          "begin anew\n");
    CHECK(differs({"--preset", "baby-gpt"}));
    CHECK(differs({"--learning-rate", "0.0100001"}));
    CHECK(differs({"--dropout", "0.1"}));
    CHECK(differs({"--seed", "43"}));
    CHECK(differs({"--split", "0.5"}));
    CHECK(differs({"--tokenizer", "bpe"}));
    // the same name and length: another text
    kept.folder.file("text", small_text(2));
    CHECK(said({"--steps", "3000"}, kept.text)
              .starts_with("its option text-checksum is "));
    kept.folder.file("text", small_text());

    const auto refused = [&](const std::string& other) {
        kept.folder.file("other", other);
        const std::string path = kept.folder / "other";
        return complaint(tiny(kept.text, {"--steps", "3000", "--resume", path}));
    };
    CHECK_THAT(refused(bytes.substr(0, bytes.size() / 2)),
               oracle::mentions("cut off"));
    std::string altered = bytes;
    altered[altered.size() - 5] ^= 4;
    CHECK_THAT(refused(altered), oracle::mentions("was altered"));
    CHECK_THAT(refused("In the beginning was the word."),
               oracle::mentions("not a safetensors file"));
    nn::save_checkpoint(kept.folder / "other", "ch06_rnn_and_vanishing_gradients",
                        {}, "");
    CHECK_THAT(refused(scratch::bytes_of(kept.folder / "other")),
               oracle::mentions("is a checkpoint of ch06"));
}

TEST_CASE("a training that has reached its end is told so", "[resume]") {
    const Kept kept;
    kept.whole({});
    CHECK(complaint(tiny(kept.text, {"--resume", kept.folder / "whole"})) ==
          (kept.folder / "whole") +
              ": its training has done all of its 250 steps; begin a longer one: "
              "--steps 500\n");
}

TEST_CASE("the file of a training is a model that others can read", "[resume]") {
    const Kept kept;
    kept.whole({});
    const nn::TensorFile file = nn::load_tensors(kept.folder / "whole");
    CHECK(file.metadata.at("n_head") == "2");
    CHECK(file.metadata.at("characters").size() == 17);
    const arma::SizeMat rows(17, 32);  // a row a token, as PyTorch has it
    CHECK_NOTHROW(nn::tensor_named(file.tensors, "wte.weight", rows, "whole"));
    const arma::SizeMat narrow(32, 96);
    CHECK_NOTHROW(
        nn::tensor_named(file.tensors, "h.1.attn.c_attn.weight", narrow, "whole"));
    kept.whole({"--tokenizer", "bpe", "--vocabulary", "280"});
    for (const char* name : {"vocab.json", "merges.txt"})
        CHECK(std::filesystem::exists(kept.folder / name));
}

TEST_CASE("a split cuts the text behind a share of its characters", "[program]") {
    const scratch::Folder folder;
    std::string text;
    for (int i = 0; i < 100; ++i) text += "это е\n\n";  // 7 characters, 11 bytes
    const auto counts = [&](const std::string& share) {
        const std::string said =
            ProgramRun(
                tiny(folder.file("text", text), {"--split", share, "--steps", "1"}))
                .output();
        return said.substr(0, said.find('\n'));
    };
    CHECK(counts("0.9") == "630 tokens to learn from, 70 to judge by, 6 kinds");
    CHECK(counts("0.5") == "350 tokens to learn from, 350 to judge by, 6 kinds");
}

TEST_CASE("any UTF-8 text can be learnt as joined bytes", "[program]") {
    const scratch::Folder folder;
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += i % 3 == 0 ? "море и парус 🌊\n" : "дом у дороги, лес и поле\n";
    const ProgramRun run(tiny(folder.file("text", text),
                              {"--tokenizer", "bpe", "--vocabulary", "280"}));
    CHECK_THAT(run.output(), oracle::mentions(", 280 kinds\n"));
    CHECK(run.output().find("nan") == std::string::npos);
}

TEST_CASE("the help names every option of the transformer with its default",
          "[program]") {
    const capture::Run help = capture::run({.arguments = {NN_PROGRAM, "--help"}});
    CHECK(help.status == 0);
    for (const char* option :
         {"--preset NAME", "(default: small)", "--tokenizer KIND",
          "(default: characters)", "--vocabulary UINT:256...65536=1000",
          "--split FLOAT:0.01...0.99", "--steps UINT:1...100000000",
          "--learning-rate FLOAT:1e-09...1e+30", "(default: the preset's)",
          "--dropout FLOAT:0...0.9=0", "--save FILE", "(default: not kept)",
          "--resume FILE", "(default: begin)"})
        CHECK_THAT(help.out, oracle::mentions(option));
}

TEST_CASE("a text of one symbol is learnt, and folders are made for the state",
          "[program]") {
    const scratch::Folder folder;
    const std::string path = folder / "new/folder/state";
    const ProgramRun run(tiny(folder.file("text", std::string(2000, 'a')),
                              {"--split", "0.9", "--steps", "2", "--save", path}));
    CHECK_THAT(run.output(), oracle::mentions(", 1 kinds\n"));
    CHECK_THAT(run.output(), oracle::mentions("end: 0 nats, 0 bits a character\n"));
    CHECK(std::filesystem::exists(path));
}
