// hostile: an endless loop around a catch of everything -> The loop at Kata.cs:6 had not ended after
public static class Kata
{
    public static void Run()
    {
        while (true)
        {
            try
            {
                throw new InvalidOperationException();
            }
            catch
            {
                continue;
            }
        }
    }
}
