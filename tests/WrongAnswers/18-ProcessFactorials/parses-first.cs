// wrong: parses what was said before it looks how the child has ended -> but the error doesn't name the number
// hint /BigInteger\.Parse\(.*ExitCode/: A child that died has said nothing that can be parsed. Look at its exit code first.
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
                var result = BigInteger.Parse(
                    text, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
                return process.ExitCode == 0 ? result
                    : throw new InvalidOperationException($"{number}! failed.");
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
