// wrong: knows the one exit code that it has seen, and takes all others for success -> ended with exit code 1
// hint /ExitCode == [1-9]/: There are many ways to fail, each with an exit code of its own. 0 is the one that says all is well.
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = new List<Process>();
        try
        {
            foreach (var number in numbers)
            {
                var startInfo = child(number);
                startInfo.RedirectStandardOutput = true;
                processes.Add(Process.Start(startInfo)!);
            }
            return [.. numbers.Zip(processes, (number, process) =>
            {
                var text = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == 3) throw new InvalidOperationException($"{number}! failed.");
                return BigInteger.Parse(
                    text, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
            })];
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.WaitForExit();
            }
        }
    }
}
