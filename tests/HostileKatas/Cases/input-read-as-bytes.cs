// hostile: reads what nobody types, as bytes -> outside the explorer's control
public static class Kata
{
    public static void Run()
    {
        Console.WriteLine(Console.OpenStandardInput().ReadByte());
    }
}
