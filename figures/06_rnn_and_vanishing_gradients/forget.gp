load style
set logscale y
set xrange [0:100]
set yrange [1e-27:1e3]
set xtics 20
set ytics ("10^{-25}" 1e-25, "10^{-20}" 1e-20, "10^{-15}" 1e-15, "10^{-10}" 1e-10, "10^{-5}" 1e-5, "1" 1)
set xlabel "steps back in time"
set ylabel "gradient in the cell state"
set label "forget bias log 100" at 98,60 right tc lt 1
set label "2" at 92,6e-6 tc lt 4
set label "1" at 92,8e-14 tc lt 3
set label "0" at 85,2e-25 right tc lt 2
plot 'forget.csv' using 'distance':'b0' with lines lt 2, \
     '' using 'distance':'b1' with lines lt 3, \
     '' using 'distance':'b2' with lines lt 4, \
     '' using 'distance':'log' with lines lt 1
