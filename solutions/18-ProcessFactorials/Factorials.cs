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
            foreach (var process in processes)
                End(process);
        }
    }

    static BigInteger Result(int number, Process process)
    {
        // Read to the end first. A child that has more to say than its pipe holds doesn't end until
        // it is read, so to wait for its end first would be to wait for each other.
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        // That the pipe is closed means only that the child is gone, not that it has said all.
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"The process for the factorial of {number} ended with exit code"
                + $" {process.ExitCode}.");
        return Parse(answer);
    }

    /// <summary>When one has failed, the others may be in the middle of their work.</summary>
    static void End(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}
