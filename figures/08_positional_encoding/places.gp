load style
set xrange [0:640]
set yrange [2.4:5.2]
set xtics (0, 64, 128, 256, 512)
set ytics 0.5
set xlabel "place in a sequence of 512"
set ylabel "bits a character there"
set arrow from 64,2.4 to 64,5.2 nohead ls 9
set label "never trained" at 70,5.05 tc rgb SOFT
set label "sinusoidal" at 520,4.5 tc lt 2
set label "learned" at 520,3.85 tc lt 3
set label "rotary" at 318,3.6 right tc lt 4
set label "none" at 520,3.35 tc rgb SOFT
set label "linear bias" at 520,2.9 tc lt 1
plot 'places.csv' using 'place':'none' with lines lc rgb SOFT lw 2, \
     '' using 'place':'sinusoidal' with lines lt 2, \
     '' using 'place':'learned' with lines lt 3, \
     '' using 'place':'rotary' with lines lt 4, \
     '' using 'place':'linear-bias' with lines lt 1
