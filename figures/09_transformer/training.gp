load style
set logscale x
set xrange [40000:8000000]
set yrange [1.3:3.7]
set xtics ("50,000" 5e4, "200,000" 2e5, "1 million" 1e6, "4 million" 4e6)
set xlabel "characters read"
set ylabel "bits a character, held out"
stats 'peers.csv' using 'bigram' name 'TWO' nooutput
stats 'peers.csv' using 'sixgram' name 'SIX' nooutput
set label "transformer" at 330000,2.7 tc lt 1
set label "counts of two" at 900000,TWO_max+0.12 tc lt 3
set label "counts of six" at 60000,SIX_max+0.12 tc lt 2
set label "LSTM" at 1800000,2.05 tc lt 4
plot 'training.csv' using 'tokens':'held_out' with linespoints lt 1, \
     TWO_max with lines lt 3, SIX_max with lines lt 2, \
     'peers.csv' using 'lstm_characters':'lstm' with points lt 4 pt 7 ps 1.2
