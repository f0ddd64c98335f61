load style
set logscale x
set xrange [58:1150]
set yrange [2.5:4.5]
set xtics (64, 128, 256, 512)
set ytics 0.5
set xlabel "characters in a sequence; trained with 64"
set ylabel "bits a character"
set label "sinusoidal" at 540,4.23 tc lt 2
set label "learned" at 540,3.8 tc lt 3
set label "rotary" at 540,3.5 tc lt 4
set label "none" at 540,3.28 tc rgb SOFT
set label "linear bias" at 540,2.9 tc lt 1
plot 'trial.csv' using 'length':'none':'none-low':'none-high' with yerrorlines lc rgb SOFT pt 7 ps 0.6, \
     '' using 'length':'sinusoidal':'sinusoidal-low':'sinusoidal-high' with yerrorlines lt 2 ps 0.6, \
     '' using 'length':'learned':'learned-low':'learned-high' with yerrorlines lt 3 ps 0.6, \
     '' using 'length':'rotary':'rotary-low':'rotary-high' with yerrorlines lt 4 ps 0.6, \
     '' using 'length':'linear-bias':'linear-bias-low':'linear-bias-high' with yerrorlines lt 1 ps 0.6
