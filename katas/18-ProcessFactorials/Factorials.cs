using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    /// <summary>
    /// The factorial of each number, at the number's index. Each is computed by a process of its
    /// own.
    /// </summary>
    /// <param name="child">
    /// How to start the process that computes the factorial of a number. It writes one line to its
    /// standard output, the factorial in hexadecimal digits, and ends with exit code 0.
    /// </param>
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = new List<Process>();
        foreach (var number in numbers)
        {
            var startInfo = child(number);
            startInfo.RedirectStandardOutput = true;
            processes.Add(Process.Start(startInfo)!);
        }

        // Start all, then wait for all.
        foreach (var process in processes)
            process.WaitForExit();

        return [.. processes.Select(process => Parse(process.StandardOutput.ReadToEnd()))];
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}
