// hostile: an endless loop in a delegate that a library calls -> the loop at Kata.cs:10 never ends
public static class Kata
{
    public static void Run()
    {
        List<int> numbers = [3, 1, 2];
        numbers.Sort((a, b) =>
        {
            var i = 0;
            while (a != b || i >= 0) i ^= 1;
            return 0;
        });
    }
}
