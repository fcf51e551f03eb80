// wrong: kills the others when one has died, and doesn't wait until they are gone -> Kill doesn't wait
// hint /\.Kill\((?:true)?\);(?!.*WaitForExit)/: A process that was killed lives a little longer. Wait for its exit after `Kill`.
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    static BigInteger Result(int number, Process process)
    {
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? BigInteger.Parse(text, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite)
            : throw new InvalidOperationException($"{number}! failed.");
    }

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
            return [.. numbers.Zip(processes, Result)];
        }
        finally
        {
            foreach (var process in processes) process.Kill();
        }
    }
}
