// wrong: starts the processes, and computes each factorial itself -> The processes wrote 121
using System.Diagnostics;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var started = new List<Process>();
        try
        {
            foreach (var number in numbers)
            {
                var how = child(number);
                how.RedirectStandardOutput = true;
                started.Add(Process.Start(how)!);
            }
            var results = new BigInteger[numbers.Length];
            for (var i = 0; i < numbers.Length; i++)
            {
                _ = started[i].StandardOutput.ReadToEnd();
                started[i].WaitForExit();
                if (started[i].ExitCode != 0)
                    throw new InvalidOperationException($"The process for {numbers[i]} has died.");
                results[i] = ThreadFactorials.Factorial.Of(numbers[i]);
            }
            return results;
        }
        finally
        {
            foreach (var process in started)
            {
                process.Kill();
                process.WaitForExit();
            }
        }
    }
}
