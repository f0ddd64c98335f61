load style
set logscale x
set xrange [5:110]
set yrange [-0.03:1.13]
set xtics (10, 25, 50, 100)
set ytics 0.2
set format y PLAIN
set xlabel "steps"
set ylabel "share right"
set label "GRU and LSTM, biases log T" at 105,1.07 right tc lt 1
set label "LSTM, biases 0" at 17.5,0.62 tc lt 4
set label "Elman" at 9.6,0.57 right tc lt 2
set label "orthogonal" at 9.6,0.7 right tc lt 3
set label "always 0.5" at 105,0.08 right tc rgb SOFT
plot 0.1536 with lines ls 9, \
     'adding.csv' using 'steps':'elman' with linespoints lt 2 ps 0.7, \
     '' using 'steps':'orthogonal' with linespoints lt 3 ps 0.7, \
     '' using 'steps':'lstm0' with linespoints lt 4 ps 0.7, \
     '' using 'steps':'gru' with linespoints lt 1 ps 0.7, \
     '' using 'steps':'lstm' with linespoints lt 1 ps 0.7
