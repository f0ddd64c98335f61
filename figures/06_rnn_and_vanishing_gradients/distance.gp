load style
set logscale y
set xrange [0:100]
set yrange [1e-35:1e5]
set xtics 20
set ytics ("10^{-30}" 1e-30, "10^{-20}" 1e-20, "10^{-10}" 1e-10, "1" 1)
set xlabel "steps back in time"
set ylabel "length of the gradient, as a share"
set label "1.5" at 97,1e3 right tc lt 2
set label "1.1, 1" at 60,5e-5 tc lt 4
set label "0.9" at 97,3e-10 right tc lt 1
set label "spectral radius 0.5" at 33,1e-22 tc lt 3
plot 0.5**x with lines ls 9, 0.9**x with lines ls 9, \
     'distance.csv' using 'distance':'0.5' with lines lt 3, \
     '' using 'distance':'0.9' with lines lt 1, \
     '' using 'distance':'1' with lines lt 4, \
     '' using 'distance':'1.1' with lines lt 4, \
     '' using 'distance':'1.5' with lines lt 2
