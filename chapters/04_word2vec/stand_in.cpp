// Until the fast trainer is there.
#include "nn/word2vec.hpp"
#include "simple_word2vec.hpp"
namespace nn {
WordEmbedding train_word2vec(TokenStream& tokens, const Vocabulary& vocabulary,
                             const Word2VecOptions& options,
                             const std::function<void(std::size_t)>&) {
    return train_pair_by_pair(tokens, vocabulary, options, Architecture::skip_gram);
}
}  // namespace nn
