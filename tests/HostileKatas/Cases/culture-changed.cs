// harmless: changes the culture of its thread, and no other's -> Proved
using System.Globalization;

public static class Kata
{
    public static void Run()
    {
        if ($"{1.5}" != 1.5.ToString(CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"{CultureInfo.CurrentCulture} is left from before");
        CultureInfo.CurrentCulture = new CultureInfo("en-US")
        {
            NumberFormat = { NumberDecimalSeparator = "!" },
        };
        var worker = new Thread(() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture);
        worker.Start();
        worker.Join();
        if ($"{1.5}" != "1!5") throw new InvalidOperationException($"{1.5}");
    }
}
