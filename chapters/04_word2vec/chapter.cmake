nn_add_chapter(04_word2vec
    SOURCES pair_gradient.cpp pmi.cpp simple_word2vec.cpp softmax_skip_gram.cpp
    PROGRAM main.cpp)
