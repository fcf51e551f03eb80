// hostile: endless recursion that catches everything and throws it anew -> The calls of Kata.Down at Kata.cs:10 had not ended after
public static class Kata
{
    public static void Run()
    {
        Down(0);
    }

    static int Down(int depth)
    {
        try
        {
            return Down(depth + 1) + 1;
        }
        catch (Exception)
        {
            throw;
        }
    }
}
