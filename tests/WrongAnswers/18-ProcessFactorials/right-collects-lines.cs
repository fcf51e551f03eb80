// right: collects what is said in the background, and may then wait first
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
            var answers = numbers.Select(number => Collect(child(number), processes)).ToArray();
            for (var i = 0; i < numbers.Length; i++)
            {
                processes[i].WaitForExit();
                if (processes[i].ExitCode != 0)
                    throw new InvalidOperationException($"The process for {numbers[i]}! has died.");
            }
            return [.. answers.Select(answer => Parse(answer.ToString()))];
        }
        finally
        {
            foreach (var process in processes) End(process);
        }
    }

    static System.Text.StringBuilder Collect(ProcessStartInfo startInfo, List<Process> processes)
    {
        var answer = new System.Text.StringBuilder();
        var process = Started(startInfo);
        processes.Add(process);
        process.OutputDataReceived += (_, line) => answer.Append(line.Data);
        process.BeginOutputReadLine();
        return answer;
    }

    static Process Started(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardOutput = true;
        return Process.Start(startInfo)!;
    }

    static void End(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}
