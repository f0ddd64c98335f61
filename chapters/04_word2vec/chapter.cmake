nn_add_chapter(04_word2vec
    SOURCES held_out_loss.cpp pair_counts.cpp pair_gradient.cpp pmi.cpp
            simple_word2vec.cpp softmax_skip_gram.cpp text_part.cpp
    PROGRAM main.cpp bayes_section.cpp cluster_section.cpp company_section.cpp
            context_sections.cpp dimension_claims.cpp dimension_section.cpp
            gradient_check_section.cpp gradient_section.cpp
            logarithm_sections.cpp neighbour_sections.cpp softmax_section.cpp
            speed_section.cpp study.cpp text_sections.cpp training_sections.cpp
            two_vectors_section.cpp)
