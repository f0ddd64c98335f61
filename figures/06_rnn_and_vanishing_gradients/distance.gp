load style
set logscale y
set xrange [0:100]
set yrange [1e-12:1e4]
set xtics 20
set ytics ("10^{-12}" 1e-12, "10^{-9}" 1e-9, "10^{-6}" 1e-6, "0.001" 1e-3, "1" 1, "1000" 1e3)
set xlabel "steps back in time"
set ylabel "length of the gradient, as a share"
set label "spectral radius 1.5" at 97,200 right tc lt 2
set label "1.1" at 101,3e-2 tc lt 4
set label "1" at 101,1e-3 tc lt 4
set label "0.9" at 101,2.5e-7 tc lt 1
set label "0.5" at 40,1e-11 tc lt 3
set rmargin 5
plot 0.5**x with lines ls 9, 0.9**x with lines ls 9, \
     'distance.csv' using 'distance':'0.5' with lines lt 3, \
     '' using 'distance':'0.9' with lines lt 1, \
     '' using 'distance':'1' with lines lt 4, \
     '' using 'distance':'1.1' with lines lt 4, \
     '' using 'distance':'1.5' with lines lt 2
